package dev.nightshift.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Names a session: one ordered log of events. */
public record SessionId(@JsonValue UUID value) {
    public SessionId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads the usual text form; throws {@link IllegalArgumentException} for anything else. */
    @JsonCreator
    public static SessionId of(String text) {
        return new SessionId(Uuids.parse(text));
    }

    /** A new id, version 7: later ids sort after earlier ones. */
    public static SessionId next() {
        return new SessionId(Uuids.v7());
    }

    /** The session that a background run opens: version 5 of the run's id. */
    public static SessionId ofRun(RunId run) {
        return new SessionId(Uuids.v5(run.value(), "session"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
