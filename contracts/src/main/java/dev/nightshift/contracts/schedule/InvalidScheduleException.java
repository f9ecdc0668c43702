package dev.nightshift.contracts.schedule;

/** A text that is no schedule. The message is meant for the person who typed it: what is wrong, then examples. */
public final class InvalidScheduleException extends Exception {
    private static final long serialVersionUID = 1L;

    private static final String EXAMPLES = " Examples: \"0 9 * * 1-5\" (cron: 09:00 on weekdays), \"every 6 hours\","
            + " \"PT15M\", \"3600\" (seconds), \"daily at 9am\", \"mondays at 14:30\","
            + " \"at 2027-01-01T09:00\", \"manual\".";

    /** {@code problem} is one or more whole sentences. */
    InvalidScheduleException(String problem) {
        super(problem + EXAMPLES);
    }
}
