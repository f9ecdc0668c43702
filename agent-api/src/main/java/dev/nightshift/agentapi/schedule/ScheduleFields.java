package dev.nightshift.agentapi.schedule;

import dev.nightshift.contracts.schedule.InvalidScheduleException;
import dev.nightshift.contracts.schedule.Schedule;
import dev.nightshift.service.json.Fields;
import java.time.ZoneId;
import java.util.Optional;

/** Reads the fields of a request that say when. */
public final class ScheduleFields {
    private static final int LONGEST = 500;
    private static final String EXAMPLES =
            "\"0 9 * * 1-5\", \"every 6 hours\", \"daily at 9am\", \"at 2027-01-01T09:00\" or \"manual\"";

    private ScheduleFields() {}

    /** A required schedule; empty when it is faulty, which the fields then know. */
    public static Optional<Schedule> schedule(Fields fields, String field) {
        String text = fields.requiredText(field, LONGEST, EXAMPLES);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Schedule.parse(text));
        } catch (InvalidScheduleException e) {
            fields.fail(field, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** An IANA time zone; the server's when it is absent (or faulty, which the fields then know). */
    public static ZoneId timezone(Fields fields, String field) {
        String text = fields.text(field, LONGEST);
        if (text == null) {
            return ZoneId.systemDefault();
        }
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            fields.fail(field, "is not an IANA time zone; for example Europe/Berlin, America/New_York or UTC");
            return ZoneId.systemDefault();
        }
        return ZoneId.of(text);
    }
}
