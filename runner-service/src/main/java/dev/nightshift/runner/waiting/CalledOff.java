package dev.nightshift.runner.waiting;

/**
 * The worker must let go of its run at once and write nothing more: the run ended elsewhere, its lease is lost, or this
 * node shuts down.
 */
public final class CalledOff extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CalledOff(String why) {
        super(why);
    }

    /** After an interrupt, which is how a worker is told. */
    public static CalledOff interrupted() {
        return new CalledOff("interrupted");
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
