package dev.nightshift.search.sync;

import dev.nightshift.search.document.Document;
import dev.nightshift.search.document.DocumentState;
import dev.nightshift.search.query.FileTypes;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One look through a folder: finds what differs from what is known, and hands it on in batches. A file whose size and
 * time are the known ones is not read, unless {@code everything} is to be.
 */
final class FolderScan implements FolderWalk.Visitor {
    private static final int BATCH_DOCUMENTS = 200;
    private static final long BATCH_BYTES = 4 << 20;
    private static final int BATCH_REMOVALS = 1000;

    private final UUID source;
    private final Map<String, DocumentState> known;
    private final Map<String, DocumentState> seen = new HashMap<>();
    private final Set<String> folders = new HashSet<>();
    private final boolean everything;
    private final Limits limits;
    private final Sink sink;
    private final List<Document> batch = new ArrayList<>();
    private long batchBytes;
    private int skipped;

    FolderScan(UUID source, Map<String, DocumentState> known, boolean everything, Limits limits, Sink sink) {
        this.source = source;
        this.known = known;
        this.everything = everything;
        this.limits = limits;
        this.sink = sink;
    }

    /** {@code maxFileBytes}: a larger file is skipped. */
    record Limits(int maxFileBytes, Clock clock) {}

    /** Takes what was found. */
    interface Sink {
        void write(List<Document> written, List<UUID> removed);
    }

    /** What a look has shown: the state of every document now, and how many files and folders could not be taken. */
    record Outcome(Path root, Set<String> folders, Map<String, DocumentState> states, int skipped) {}

    Outcome run(Path folder) throws ScanFailure {
        try {
            new FolderWalk(this).walk(folder);
        } catch (IOException e) {
            throw new ScanFailure("The folder could not be read to its end: " + e.getMessage(), e);
        }
        flush();
        removeUnseen();
        return new Outcome(folder, folders, seen, skipped);
    }

    @Override
    public void file(String path, BasicFileAttributes attributes, FolderWalk.Content content) throws IOException {
        Optional<String> type = FileTypes.ofFile(path);
        if (type.isEmpty()) {
            return;
        }
        if (attributes.size() > limits.maxFileBytes()) {
            skipped++;
            return;
        }
        Instant modified = attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MICROS);
        DocumentState state = known.get(path);
        if (!everything && state != null && state.stillHolds(attributes.size(), modified)) {
            seen.put(path, state);
            return;
        }
        Instant readAt = limits.clock().instant().truncatedTo(ChronoUnit.MICROS);
        byte[] bytes = content.read(limits.maxFileBytes() + 1);
        if (bytes.length > limits.maxFileBytes()) {
            skipped++;
        } else {
            take(state, ReadFile.toDocument(source, path, type.get(), bytes, modified, readAt));
        }
    }

    @Override
    public void folder(String path) {
        folders.add(path);
    }

    @Override
    public void refused(String path) {
        skipped++;
    }

    private void take(@Nullable DocumentState state, Document document) {
        if (state != null
                && state.hash().equals(document.hash())
                && state.modifiedAt().equals(document.modifiedAt())) {
            seen.put(document.path(), state.readAgain(document.readAt()));
            return;
        }
        seen.put(
                document.path(),
                new DocumentState(document.hash(), document.size(), document.modifiedAt(), document.readAt()));
        batch.add(document);
        batchBytes += document.size();
        if (batch.size() >= BATCH_DOCUMENTS || batchBytes >= BATCH_BYTES) {
            flush();
        }
    }

    private void flush() {
        if (!batch.isEmpty()) {
            sink.write(List.copyOf(batch), List.of());
            batch.clear();
            batchBytes = 0;
        }
    }

    private void removeUnseen() {
        List<UUID> gone = known.keySet().stream()
                .filter(path -> !seen.containsKey(path))
                .map(path -> Document.idOf(source, path))
                .toList();
        for (int from = 0; from < gone.size(); from += BATCH_REMOVALS) {
            sink.write(List.of(), gone.subList(from, Math.min(from + BATCH_REMOVALS, gone.size())));
        }
    }
}
