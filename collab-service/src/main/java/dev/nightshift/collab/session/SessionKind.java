package dev.nightshift.collab.session;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a session came to be. */
public enum SessionKind {
    /** A background run opened it. */
    BACKGROUND,
    /** A person opened it to talk. */
    CHAT;

    /** As it stands in JSON and in tables. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reverse of {@link #wire()}; throws {@link IllegalArgumentException} for any other text. */
    public static SessionKind of(String wire) {
        for (SessionKind kind : values()) {
            if (kind.wire().equals(wire)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no such kind of session: " + wire);
    }
}
