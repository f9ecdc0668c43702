package dev.nightshift.search.sync;

import dev.nightshift.search.document.Document;
import dev.nightshift.search.document.DocumentState;
import dev.nightshift.search.document.DocumentStore;
import dev.nightshift.search.document.WriteDocuments;
import dev.nightshift.search.index.FollowDocuments;
import dev.nightshift.search.source.SourceRoots;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Brings one folder source into PostgreSQL and then into the index. Every method blocks. */
@ApplicationScoped
class FolderSync {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final SourceRoots roots;
    private final DocumentStore documents;
    private final WriteDocuments writes;
    private final FollowDocuments index;
    private final SyncSettings settings;

    FolderSync(
            SourceRoots roots,
            DocumentStore documents,
            WriteDocuments writes,
            FollowDocuments index,
            SyncSettings settings) {
        this.roots = roots;
        this.documents = documents;
        this.writes = writes;
        this.index = index;
        this.settings = settings;
    }

    /** What PostgreSQL knows of a source's files. */
    Map<String, DocumentState> known(UUID source) {
        return await(documents.states(source));
    }

    /** What tells the folder behind a path from any other; empty when it may not be read or is away. */
    Optional<Object> identity(String path) {
        return roots.resolve(path).flatMap(FolderSync::identity);
    }

    /** {@code before} runs once, ahead of the first difference, if there is any. */
    FolderScan.Outcome run(SyncLedger.Order order, Map<String, DocumentState> known, Runnable before)
            throws ScanFailure {
        Path folder = roots.resolve(order.path())
                .orElseThrow(() -> new ScanFailure(
                        "The folder " + order.path() + " "
                                + roots.fault(order.path()).orElse("was away for a moment") + ".",
                        null));
        Writes sink = new Writes(order.source(), before);
        FolderScan scan = new FolderScan(
                order.source(),
                known,
                order.wantsEverything(),
                new FolderScan.Limits(settings.maxFileBytes(), Clock.systemUTC()),
                sink);
        FolderScan.Outcome outcome = scan.run(folder);
        if (sink.wrote) {
            index.follow(order.source());
        }
        return outcome;
    }

    private static Optional<Object> identity(Path folder) {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(folder, BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(TIMEOUT);
    }

    private final class Writes implements FolderScan.Sink {
        private final UUID source;
        private final Runnable before;
        private boolean wrote;

        Writes(UUID source, Runnable before) {
            this.source = source;
            this.before = before;
        }

        @Override
        public void write(List<Document> written, List<UUID> removed) {
            if (!wrote) {
                before.run();
            }
            wrote = true;
            if (!await(writes.apply(source, written, removed))) {
                throw new SourceGone();
            }
        }
    }

    /** The source was deleted while it was read. */
    static final class SourceGone extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
