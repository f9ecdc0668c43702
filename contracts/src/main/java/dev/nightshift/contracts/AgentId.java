package dev.nightshift.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Names an agent. */
public record AgentId(@JsonValue UUID value) {
    public AgentId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads the usual text form; throws {@link IllegalArgumentException} for anything else. */
    @JsonCreator
    public static AgentId of(String text) {
        return new AgentId(Uuids.parse(text));
    }

    /** A new id, version 7: later ids sort after earlier ones. */
    public static AgentId next() {
        return new AgentId(Uuids.v7());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
