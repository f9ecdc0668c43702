package dev.nightshift.agentapi.signin;

import java.util.Locale;

/** What a token may be used for. */
public enum Scope {
    /** Safe methods only, and no WebSocket. */
    READ,
    /** Everything the member may do, except what needs the admin role. */
    WRITE,
    /** The admin role too, where the member has it. */
    ADMIN;

    /** The names of all, as people are told. */
    public static final String NAMES = "read, write, admin";

    /** The name in the API. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #label()}; throws {@link IllegalArgumentException} with what is allowed. */
    public static Scope of(String label) {
        for (Scope scope : values()) {
            if (scope.label().equals(label)) {
                return scope;
            }
        }
        throw new IllegalArgumentException("must be one of " + NAMES);
    }
}
