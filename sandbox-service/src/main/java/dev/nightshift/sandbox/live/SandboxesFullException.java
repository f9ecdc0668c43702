package dev.nightshift.sandbox.live;

/** As many sandboxes are in use as the installation allows. */
public final class SandboxesFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SandboxesFullException(int limit) {
        super("All " + limit + " sandboxes are in use.");
    }
}
