package dev.nightshift.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a run ended as it did. */
public enum EndReason {
    FINISHED,
    TOOL_CALL_LIMIT,
    REQUEST_LIMIT,
    TOKEN_LIMIT,
    COST_LIMIT,
    TIMEOUT,
    STOPPED,
    OVERLAP,
    PAUSED,
    CATCH_UP_EXPIRED,
    EXCLUDED,
    MODEL_ERROR,
    TOOL_ERROR,
    ACCESS_LOST,
    DENIED,
    INVALID;

    /** As it stands in JSON and in tables. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reverse of {@link #wire()}; throws {@link IllegalArgumentException} for any other text. */
    @JsonCreator
    public static EndReason of(String wire) {
        for (EndReason value : values()) {
            if (value.wire().equals(wire)) {
                return value;
            }
        }
        throw new IllegalArgumentException("no such EndReason: " + wire);
    }
}
