package dev.nightshift.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a run has come. It only moves forward, and a final status never changes. */
public enum RunStatus {
    PENDING(false),
    RUNNING(false),
    WAITING(false),
    COMPLETED(true),
    FAILED(true),
    CANCELLED(true),
    SKIPPED(true);

    private final boolean last;

    RunStatus(boolean last) {
        this.last = last;
    }

    public boolean isFinal() {
        return last;
    }

    /** As it stands in JSON and in tables. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reverse of {@link #wire()}; throws {@link IllegalArgumentException} for any other text. */
    @JsonCreator
    public static RunStatus of(String wire) {
        for (RunStatus value : values()) {
            if (value.wire().equals(wire)) {
                return value;
            }
        }
        throw new IllegalArgumentException("no such RunStatus: " + wire);
    }
}
