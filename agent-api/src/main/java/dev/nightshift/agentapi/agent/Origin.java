package dev.nightshift.agentapi.agent;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an agent came from. */
public enum Origin {
    LOCAL,
    INSTALLED,
    REMIX;

    /** As it stands in JSON and in tables. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Origin of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
