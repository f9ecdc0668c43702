package dev.nightshift.local;

/** Why the stack does not start; the message is what a person reads. */
final class CannotStart extends Exception {
    private static final long serialVersionUID = 1L;

    CannotStart(String message) {
        super(message);
    }
}
