package dev.nightshift.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What becomes of a run that is due while the agent's last one is not final. */
public enum OverlapPolicy {
    SKIP,
    BUFFER_ONE,
    BUFFER_ALL,
    CANCEL_OTHER,
    ALLOW_ALL;

    /** As it stands in JSON and in tables. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reverse of {@link #wire()}; throws {@link IllegalArgumentException} for any other text. */
    @JsonCreator
    public static OverlapPolicy of(String wire) {
        for (OverlapPolicy value : values()) {
            if (value.wire().equals(wire)) {
                return value;
            }
        }
        throw new IllegalArgumentException("no such OverlapPolicy: " + wire);
    }
}
