package dev.nightshift.agentapi.version;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What made a version. */
public enum VersionChange {
    CREATED,
    EDITED,
    STARTED,
    PAUSED,
    RESUMED,
    STOPPED,
    HANDED_OVER,
    RESTORED;

    /** As it stands in JSON and in tables. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static VersionChange of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
