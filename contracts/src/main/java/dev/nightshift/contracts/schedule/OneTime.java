package dev.nightshift.contracts.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Once, at a local time in whole seconds. With an {@code offset} the instant is fixed; without one the agent's time
 * zone decides, by the rule of {@link LocalTimes#instantOf}.
 */
public record OneTime(LocalDateTime time, @Nullable ZoneOffset offset) implements Schedule {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    public OneTime {
        if (time.getNano() != 0) {
            throw new IllegalArgumentException("not whole seconds: " + time);
        }
    }

    @Override
    public Optional<Instant> next(Instant after, ZoneId zone, Instant setAt) {
        return Optional.of(instant(zone)).filter(due -> due.isAfter(after));
    }

    private Instant instant(ZoneId zone) {
        return offset == null ? LocalTimes.instantOf(time, zone) : time.toInstant(offset);
    }

    @Override
    public String describe(ZoneId zone) {
        LocalDateTime local = instant(zone).atZone(zone).toLocalDateTime();
        return "Once, on " + DAY.format(local) + " at " + local.toLocalTime() + ", " + zone.getId();
    }

    @Override
    public List<String> warnings(ZoneId zone, Instant from) {
        if (!instant(zone).isAfter(from)) {
            return List.of("This time has passed: nothing will be due.");
        }
        boolean inGap = offset == null && zone.getRules().getValidOffsets(time).isEmpty();
        return inGap ? List.of(LocalTimes.skipped(time, zone)) : List.of();
    }
}
