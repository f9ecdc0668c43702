package dev.nightshift.agentapi.settings;

import java.util.Locale;

/** How people sign in to this installation. */
public enum SignInMode {
    /** With user name and password. */
    ACCOUNTS,
    /** Not at all: whoever sits at this machine is the first admin. */
    NONE,
    /** At an OpenID Connect provider. */
    OIDC,
    /** At a reverse proxy, which names them in a header. */
    HEADER;

    /** The name in settings and in the API. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #label()}; the message of the {@link IllegalArgumentException} names the setting. */
    static SignInMode of(String label) {
        for (SignInMode mode : values()) {
            if (mode.label().equals(label)) {
                return mode;
            }
        }
        throw new IllegalArgumentException(
                "NIGHTSHIFT_AUTH_MODE must be accounts, none, oidc or header, not \"" + label + "\"");
    }
}
