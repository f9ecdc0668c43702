package dev.nightshift.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether an agent is on the schedule. */
public enum AgentState {
    ACTIVE,
    /** No new runs; running work goes on. */
    PAUSED,
    /** Off the schedule; running background work is stopped. */
    STOPPED,
    /** Only in the last record of an agent. */
    DELETED;

    /** As it stands in JSON and in tables. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reverse of {@link #wire()}; throws {@link IllegalArgumentException} for any other text. */
    @JsonCreator
    public static AgentState of(String wire) {
        for (AgentState value : values()) {
            if (value.wire().equals(wire)) {
                return value;
            }
        }
        throw new IllegalArgumentException("no such AgentState: " + wire);
    }
}
