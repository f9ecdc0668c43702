package dev.nightshift.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Names a person with an account. */
public record MemberId(@JsonValue UUID value) {
    public MemberId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads the usual text form; throws {@link IllegalArgumentException} for anything else. */
    @JsonCreator
    public static MemberId of(String text) {
        return new MemberId(Uuids.parse(text));
    }

    /** A new id, version 7: later ids sort after earlier ones. */
    public static MemberId next() {
        return new MemberId(Uuids.v7());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
