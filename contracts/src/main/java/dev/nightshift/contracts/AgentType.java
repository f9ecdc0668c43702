package dev.nightshift.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whose rights an agent acts with. */
public enum AgentType {
    /** Its creator's, inside its allowed sources. */
    USER,
    /** The organisation's, through its whitelist of actions only. */
    ORG;

    /** As it stands in JSON and in tables. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reverse of {@link #wire()}; throws {@link IllegalArgumentException} for any other text. */
    @JsonCreator
    public static AgentType of(String wire) {
        for (AgentType value : values()) {
            if (value.wire().equals(wire)) {
                return value;
            }
        }
        throw new IllegalArgumentException("no such AgentType: " + wire);
    }
}
