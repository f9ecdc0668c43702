package dev.nightshift.sandbox.live;

/** A session's workspace is there and cannot be read; nothing may run as if it were empty. */
public final class WorkspaceLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WorkspaceLostException(String message, Throwable cause) {
        super(message, cause);
    }
}
