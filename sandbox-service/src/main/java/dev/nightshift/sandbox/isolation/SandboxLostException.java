package dev.nightshift.sandbox.isolation;

/** The sandbox died, or was released, while it was used. */
public final class SandboxLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SandboxLostException(String message, Throwable cause) {
        super(message, cause);
    }

    public SandboxLostException(String message) {
        super(message);
    }
}
