package dev.nightshift.contracts.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares random cron lines with a scan that looks at every minute around both changes of the clock. */
class CronByBruteForceTest {
    private static final int LINES = 150;

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "UTC"})
    void findsTheSameDueTimesAsAScanOfEveryMinute(String id) throws Exception {
        ZoneId zone = ZoneId.of(id);
        Random random = new Random(id.hashCode());
        for (int i = 0; i < LINES; i++) {
            String line = line(random);
            for (Instant start : starts(zone)) {
                Instant end = start.plus(Duration.ofDays(3));
                assertEquals(scan(line, zone, start, end), walk(line, zone, start, end), line + " from " + start);
            }
        }
    }

    private static List<Instant> starts(ZoneId zone) {
        List<Instant> starts = new ArrayList<>(List.of(Instant.parse("2028-02-28T00:00:00Z")));
        ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.parse("2026-01-01T00:00:00Z"));
        for (int i = 0; i < 2 && change != null; i++) {
            starts.add(change.getInstant().minus(Duration.ofHours(30)));
            change = zone.getRules().nextTransition(change.getInstant());
        }
        return starts;
    }

    private static List<Instant> walk(String line, ZoneId zone, Instant after, Instant end) throws Exception {
        Schedule schedule = Schedule.parse(line);
        List<Instant> due = new ArrayList<>();
        Instant next = schedule.next(after, zone, after).orElseThrow();
        while (!next.isAfter(end)) {
            due.add(next);
            next = schedule.next(next, zone, after).orElseThrow();
        }
        return due;
    }

    private static List<Instant> scan(String line, ZoneId zone, Instant after, Instant end) {
        String[] fields = line.split(" ");
        boolean followsTheClock = fields[0].startsWith("*") || fields[1].startsWith("*");
        List<Instant> due = new ArrayList<>();
        for (Instant t = after.plusSeconds(60); !t.isAfter(end); t = t.plusSeconds(60)) {
            LocalDateTime local = LocalDateTime.ofInstant(t, zone);
            boolean secondTime = zone.getRules().getValidOffsets(local).size() == 2
                    && !zone.getRules()
                            .getValidOffsets(local)
                            .getFirst()
                            .equals(zone.getRules().getOffset(t));
            boolean now = matches(fields, local) && (followsTheClock || !secondTime);
            if (now || !followsTheClock && skippedJustNow(fields, zone, t)) {
                due.add(t);
            }
        }
        return due;
    }

    private static boolean skippedJustNow(String[] fields, ZoneId zone, Instant t) {
        ZoneOffsetTransition change = zone.getRules().previousTransition(t.plusNanos(1));
        if (change == null || !change.getInstant().equals(t) || !change.isGap()) {
            return false;
        }
        LocalDateTime local = change.getDateTimeBefore();
        while (local.isBefore(change.getDateTimeAfter())) {
            if (matches(fields, local)) {
                return true;
            }
            local = local.plusMinutes(1);
        }
        return false;
    }

    private static boolean matches(String[] fields, LocalDateTime time) {
        boolean inMonth = matches(fields[2], time.getDayOfMonth(), 1, 31);
        boolean inWeek = matches(fields[4], time.getDayOfWeek().getValue() % 7, 0, 6);
        boolean either = !fields[2].startsWith("*") && !fields[4].startsWith("*");
        return matches(fields[0], time.getMinute(), 0, 59)
                && matches(fields[1], time.getHour(), 0, 23)
                && matches(fields[3], time.getMonthValue(), 1, 12)
                && (either ? inMonth || inWeek : inMonth && inWeek);
    }

    private static boolean matches(String field, int value, int min, int max) {
        for (String item : field.split(",")) {
            String[] step = item.split("/");
            String[] range = step[0].equals("*") ? new String[] {"" + min, "" + max} : step[0].split("-");
            int from = Integer.parseInt(range[0]);
            int to = Integer.parseInt(range[range.length - 1]);
            int every = step.length == 2 ? Integer.parseInt(step[1]) : 1;
            if (value >= from && value <= to && (value - from) % every == 0) {
                return true;
            }
        }
        return false;
    }

    private static String line(Random random) {
        return field(random, 0, 59) + " " + field(random, 0, 4) + " " + field(random, 1, 28) + " "
                + (random.nextInt(4) == 0 ? field(random, 1, 12) : "*") + " " + field(random, 0, 6);
    }

    private static String field(Random random, int min, int max) {
        int a = random.nextInt(min, max + 1);
        int b = random.nextInt(a, max + 1);
        return switch (random.nextInt(7)) {
            case 0 -> "" + a;
            case 1 -> a + "-" + b;
            case 2 -> a + "-" + b + "/" + random.nextInt(1, 8);
            case 3 -> a + "," + b;
            case 4 -> "*/" + random.nextInt(1, 8);
            default -> "*";
        };
    }
}
