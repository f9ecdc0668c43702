package dev.nightshift.search.index;

import dev.nightshift.search.document.Document;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** The fields of a document in Lucene. */
final class LuceneDocuments {
    static final String ID = "id";
    static final String SOURCE = "source";
    static final String TITLE = "title";
    static final String PATH = "path";
    static final String TEXT = "text";
    static final String TYPE = "type";
    static final String UPDATED = "updated";

    private static final FieldType TEXT_WITH_OFFSETS = textWithOffsets();

    private LuceneDocuments() {}

    static Term key(UUID document) {
        return new Term(ID, bytes(document));
    }

    static List<IndexableField> fields(Document document) {
        return List.of(
                new StringField(ID, bytes(document.id()), Field.Store.YES),
                new SortedDocValuesField(ID, bytes(document.id())),
                new StoredField(SOURCE, bytes(document.sourceId())),
                new TextField(TITLE, document.title(), Field.Store.YES),
                new TextField(PATH, document.path(), Field.Store.NO),
                new StringField(TYPE, document.type(), Field.Store.NO),
                new LongField(UPDATED, document.modifiedAt().toEpochMilli(), Field.Store.YES),
                new Field(TEXT, document.text(), TEXT_WITH_OFFSETS));
    }

    static Hit hit(org.apache.lucene.document.Document stored, float score, Snippet snippet) {
        return new Hit(
                uuid(stored.getBinaryValue(ID)),
                uuid(stored.getBinaryValue(SOURCE)),
                stored.get(TITLE),
                snippet,
                score,
                Instant.ofEpochMilli(stored.getField(UPDATED).numericValue().longValue()));
    }

    static BytesRef bytes(UUID id) {
        return new BytesRef(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    static UUID uuid(BytesRef bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static FieldType textWithOffsets() {
        FieldType type = new FieldType(TextField.TYPE_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.freeze();
        return type;
    }
}
