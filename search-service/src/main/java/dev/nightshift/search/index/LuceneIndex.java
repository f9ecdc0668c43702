package dev.nightshift.search.index;

import dev.nightshift.search.document.DocumentChange;
import dev.nightshift.service.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jboss.logging.Logger;

/**
 * Lucene on disk, one folder a source. A search opens the folders of the permitted sources and no other, so that word
 * statistics, hence scores, cannot tell of documents the reader may not see.
 */
final class LuceneIndex implements DocumentIndex, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LuceneIndex.class);

    private final Path folder;
    private final Map<UUID, Shard> shards = new ConcurrentHashMap<>();
    private volatile boolean closing;

    LuceneIndex(Path folder) {
        this.folder = folder;
    }

    @Override
    public long position(UUID source) {
        return shard(source).position();
    }

    @Override
    public void apply(UUID source, List<DocumentChange> changes, long reached) {
        try {
            shard(source).apply(changes, reached);
        } catch (IOException e) {
            dropUnlessClosing(source);
            throw new UncheckedIOException("index of source " + source + " lost, to be built anew", e);
        } catch (AlreadyClosedException e) {
            dropUnlessClosing(source);
            throw e;
        }
    }

    @Override
    public void drop(UUID source) {
        shards.compute(source, (id, shard) -> {
            IOUtils.closeWhileHandlingException(shard);
            delete(id);
            return null;
        });
    }

    @Override
    public Set<UUID> sources() {
        Set<UUID> sources = new HashSet<>(shards.keySet());
        if (Files.isDirectory(folder)) {
            try (Stream<Path> entries = Files.list(folder)) {
                entries.map(entry -> entry.getFileName().toString())
                        .filter(name -> name.length() == 36)
                        .forEach(name -> sources.add(UUID.fromString(name)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sources;
    }

    @Override
    public SearchPage search(SearchRequest request) {
        List<DirectoryReader> readers = new ArrayList<>();
        try {
            for (UUID source : request.sources()) {
                readers.add(reader(source));
            }
            try (MultiReader all = new MultiReader(readers.toArray(IndexReader[]::new), false)) {
                return new LuceneSearch(new IndexSearcher(all), request).run();
            }
        } catch (IOException | AlreadyClosedException e) {
            request.sources().forEach(this::dropUnlessClosing);
            LOG.warnf("index unreadable, to be built anew reason=%s", e);
            throw Problem.unavailable("The search index is being built anew.", 2);
        } catch (UncheckedIOException e) {
            LOG.warnf("index cannot be opened, which another process with the same folder prevents too reason=%s", e);
            throw Problem.unavailable("The search index cannot be opened.", 5);
        } finally {
            readers.forEach(LuceneIndex::release);
        }
    }

    @Override
    public void close() {
        closing = true;
        shards.values().forEach(IOUtils::closeWhileHandlingException);
        shards.clear();
    }

    /** What is in the middle of something when the index is closed fails, and has lost nothing. */
    private void dropUnlessClosing(UUID source) {
        if (!closing) {
            drop(source);
        }
    }

    private DirectoryReader reader(UUID source) throws IOException {
        try {
            return shard(source).reader();
        } catch (AlreadyClosedException dropped) {
            return shard(source).reader();
        }
    }

    private static void release(DirectoryReader reader) {
        try {
            reader.decRef();
        } catch (IOException e) {
            LOG.warnf("cannot release an index reader reason=%s", e);
        }
    }

    private Shard shard(UUID source) {
        return shards.computeIfAbsent(source, this::open);
    }

    private Shard open(UUID source) {
        if (closing) {
            throw new AlreadyClosedException("the index is closed");
        }
        try {
            try {
                return Shard.open(folder.resolve(source.toString()));
            } catch (LockObtainFailedException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                LOG.warnf("index of a source damaged, to be built anew source=%s reason=%s", source, e);
                delete(source);
                return Shard.open(folder.resolve(source.toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete(UUID source) {
        try {
            IOUtils.rm(folder.resolve(source.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
