package dev.nightshift.search.index;

import dev.nightshift.search.document.DocumentChange;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/** The Lucene index of one source, in a folder of its own. */
final class Shard implements Closeable {
    /** Raised whenever fields or analysis change: an index of another form is built anew. */
    private static final String FORM = "1";

    private static final double BUFFER_MB = 8;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile long position;

    private Shard(Directory directory, IndexWriter writer, SearcherManager searchers, long position) {
        this.directory = directory;
        this.writer = writer;
        this.searchers = searchers;
        this.position = position;
    }

    /** Opens or begins the index in a folder; fails when anything in it is damaged or of another form. */
    static Shard open(Path folder) throws IOException {
        Directory directory = FSDirectory.open(folder);
        IndexWriter writer = null;
        try {
            writer = new IndexWriter(
                    directory,
                    new IndexWriterConfig(Analysis.INDEX)
                            .setRAMBufferSizeMB(BUFFER_MB)
                            .setCommitOnClose(false));
            long position = committedPosition(writer);
            SearcherManager searchers = new SearcherManager(writer, new SearcherFactory());
            checkEveryByte(searchers);
            return new Shard(directory, writer, searchers, position);
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(writer, directory);
            throw e;
        }
    }

    long position() {
        return position;
    }

    synchronized void apply(List<DocumentChange> changes, long reached) throws IOException {
        for (DocumentChange change : changes) {
            switch (change) {
                case DocumentChange.Written(long _, var document) ->
                    writer.updateDocument(LuceneDocuments.key(document.id()), LuceneDocuments.fields(document));
                case DocumentChange.Removed(long _, var documentId) ->
                    writer.deleteDocuments(LuceneDocuments.key(documentId));
            }
        }
        writer.setLiveCommitData(
                Map.of("form", FORM, "position", Long.toString(reached)).entrySet());
        writer.commit();
        searchers.maybeRefreshBlocking();
        position = reached;
    }

    /** The state of this moment, to be released by {@link IndexReader#decRef}. */
    DirectoryReader reader() throws IOException {
        var searcher = searchers.acquire();
        try {
            DirectoryReader reader = (DirectoryReader) searcher.getIndexReader();
            reader.incRef();
            return reader;
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(searchers, writer, directory);
    }

    private static long committedPosition(IndexWriter writer) throws IOException {
        Iterable<Map.Entry<String, String>> committed = writer.getLiveCommitData();
        if (committed == null) {
            return 0;
        }
        String form = null;
        long position = 0;
        for (Map.Entry<String, String> entry : committed) {
            switch (entry.getKey()) {
                case "form" -> form = entry.getValue();
                case "position" -> position = Long.parseLong(entry.getValue());
                default -> {}
            }
        }
        if (!Objects.equals(form, FORM) && writer.getDocStats().maxDoc > 0) {
            throw new CorruptIndexException("form " + form + ", wanted " + FORM, "commit");
        }
        return position;
    }

    private static void checkEveryByte(ReferenceManager<org.apache.lucene.search.IndexSearcher> searchers)
            throws IOException {
        var searcher = searchers.acquire();
        try {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                if (FilterLeafReader.unwrap(leaf.reader()) instanceof CodecReader segment) {
                    segment.checkIntegrity();
                }
            }
        } finally {
            searchers.release(searcher);
        }
    }
}
