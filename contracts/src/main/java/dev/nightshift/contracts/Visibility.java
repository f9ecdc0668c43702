package dev.nightshift.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who sees an agent's card. */
public enum Visibility {
    EVERYONE,
    PRIVATE;

    /** As it stands in JSON and in tables. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reverse of {@link #wire()}; throws {@link IllegalArgumentException} for any other text. */
    @JsonCreator
    public static Visibility of(String wire) {
        for (Visibility value : values()) {
            if (value.wire().equals(wire)) {
                return value;
            }
        }
        throw new IllegalArgumentException("no such Visibility: " + wire);
    }
}
