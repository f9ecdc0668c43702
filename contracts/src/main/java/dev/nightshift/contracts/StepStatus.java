package dev.nightshift.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a step has come. */
public enum StepStatus {
    RUNNING,
    COMPLETED,
    /** It ran and did not succeed; the result says why. */
    FAILED,
    /** It was not allowed and did not run. */
    REFUSED,
    /** Its sandbox died; it is never rerun. */
    INTERRUPTED;

    /** As it stands in JSON and in tables. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reverse of {@link #wire()}; throws {@link IllegalArgumentException} for any other text. */
    @JsonCreator
    public static StepStatus of(String wire) {
        for (StepStatus value : values()) {
            if (value.wire().equals(wire)) {
                return value;
            }
        }
        throw new IllegalArgumentException("no such StepStatus: " + wire);
    }
}
