package dev.nightshift.runner.access;

/** The run may not go on: agent-api gives it no token any more. The message says why, for people. */
public final class AccessLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AccessLost(String why) {
        super(why);
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}
