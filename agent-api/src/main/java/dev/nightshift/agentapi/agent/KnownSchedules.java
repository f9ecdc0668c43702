package dev.nightshift.agentapi.agent;

import dev.nightshift.contracts.schedule.InvalidScheduleException;
import dev.nightshift.contracts.schedule.Schedule;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What schedules mean, each read once: a list shows the same few again and again. */
final class KnownSchedules {
    /** Then it starts anew; people write far fewer. */
    private static final int MOST = 1_000;

    private static final Map<Expression, Known> ALL = new ConcurrentHashMap<>();

    private KnownSchedules() {}

    private record Expression(String text, String timezone) {}

    /** A schedule, the zone it is meant in, and both in words. */
    record Known(Schedule schedule, ZoneId zone, String description) {}

    static Known read(String text, String timezone) throws InvalidScheduleException {
        Expression expression = new Expression(text, timezone);
        Known known = ALL.get(expression);
        if (known != null) {
            return known;
        }
        Schedule schedule = Schedule.parse(text);
        ZoneId zone = ZoneId.of(timezone);
        Known read = new Known(schedule, zone, schedule.describe(zone));
        if (ALL.size() >= MOST) {
            ALL.clear();
        }
        ALL.put(expression, read);
        return read;
    }
}
