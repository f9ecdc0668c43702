package dev.nightshift.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.UUID;

/** Names a run. Derived ids make a repeated decision recognisable. */
public record RunId(@JsonValue UUID value) {
    public RunId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads the usual text form; throws {@link IllegalArgumentException} for anything else. */
    @JsonCreator
    public static RunId of(String text) {
        return new RunId(Uuids.parse(text));
    }

    /** A new id, version 7: later ids sort after earlier ones. */
    public static RunId next() {
        return new RunId(Uuids.v7());
    }

    private static final DateTimeFormatter DUE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    /** The run of one due time (before jitter, whole seconds): version 5 of the agent's id and the instant in UTC. */
    public static RunId ofDueTime(AgentId agent, Instant due) {
        return new RunId(Uuids.v5(agent.value(), DUE.format(due)));
    }

    /** The chat run that a message starts: version 5 of the session's id and the message's id. */
    public static RunId ofMessage(SessionId session, UUID message) {
        return new RunId(Uuids.v5(session.value(), message.toString()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
