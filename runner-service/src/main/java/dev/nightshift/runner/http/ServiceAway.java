package dev.nightshift.runner.http;

/** The service did not answer, or said that it cannot now: the same call may succeed later. */
public final class ServiceAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ServiceAway(String message, Throwable cause) {
        super(message, cause);
    }

    public ServiceAway(String message) {
        super(message);
    }
}
