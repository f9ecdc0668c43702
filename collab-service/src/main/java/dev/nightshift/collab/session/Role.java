package dev.nightshift.collab.session;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a member is to a session. */
public enum Role {
    /** Reads the log. */
    VIEWER,
    /** Reads, speaks and stops: it is their session, or one of the organisation's and they are an admin. */
    OWNER;

    /** As it stands in JSON. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
