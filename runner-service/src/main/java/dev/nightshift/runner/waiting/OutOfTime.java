package dev.nightshift.runner.waiting;

/** A {@link Deadline} passed while something was waited for. */
public final class OutOfTime extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutOfTime(String waitedFor) {
        super(waitedFor);
    }
}
