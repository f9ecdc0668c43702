package dev.nightshift.scheduler.due;

import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.AgentSchedule;
import dev.nightshift.contracts.CatchUpPolicy;
import dev.nightshift.contracts.schedule.InvalidScheduleException;
import dev.nightshift.contracts.schedule.Timetable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An agent's due times, how far each is spread by jitter, and what happens to missed ones. */
public record DueTimes(
        AgentId agent, Timetable timetable, Duration jitter, Duration catchUpWindow, CatchUpPolicy catchUpPolicy) {

    public DueTimes {
        if (jitter.isNegative() || catchUpWindow.isNegative()) {
            throw new IllegalArgumentException("jitter and catch-up window are not negative");
        }
    }

    /** Throws {@link IllegalArgumentException} for a schedule or time zone that is not understood. */
    public static DueTimes of(AgentId agent, AgentSchedule schedule) {
        try {
            return new DueTimes(
                    agent,
                    Timetable.of(schedule),
                    Duration.ofMillis(schedule.jitterMs()),
                    Duration.ofMillis(schedule.catchUpWindowMs()),
                    schedule.catchUpPolicy());
        } catch (InvalidScheduleException | DateTimeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    DueTimes withoutJitter() {
        return new DueTimes(agent, timetable, Duration.ZERO, catchUpWindow, catchUpPolicy);
    }

    Optional<Instant> nextAfter(Instant after) {
        return timetable.nextAfter(after);
    }

    /** When a due time is decided: up to {@code jitter} later, the same for everyone who asks. */
    public Instant fireAt(Instant due) {
        if (jitter.isZero()) {
            return due;
        }
        UUID id = agent.value();
        long mixed = mix(id.getMostSignificantBits() ^ mix(id.getLeastSignificantBits() ^ mix(due.getEpochSecond())));
        return due.plusMillis(Long.remainderUnsigned(mixed, jitter.toMillis() + 1));
    }

    /** The finaliser of SplitMix64: neighbouring inputs give unrelated outputs. */
    private static long mix(long value) {
        long a = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
