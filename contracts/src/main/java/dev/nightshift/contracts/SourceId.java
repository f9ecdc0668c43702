package dev.nightshift.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Names a connected source of documents. */
public record SourceId(@JsonValue UUID value) {
    public SourceId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads the usual text form; throws {@link IllegalArgumentException} for anything else. */
    @JsonCreator
    public static SourceId of(String text) {
        return new SourceId(Uuids.parse(text));
    }

    /** A new id, version 7: later ids sort after earlier ones. */
    public static SourceId next() {
        return new SourceId(Uuids.v7());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
