package dev.nightshift.sandbox.isolation;

/** No sandbox can be had now; the message is one line that says what to do. */
public final class SandboxUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SandboxUnavailableException(String message) {
        super(message);
    }
}
