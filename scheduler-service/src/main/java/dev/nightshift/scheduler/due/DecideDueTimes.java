package dev.nightshift.scheduler.due;

import dev.nightshift.contracts.CatchUpPolicy;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.EndReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides every due time that has come. One that is at most 60 s late brings a run. An older one was missed: beyond the
 * catch-up window it brings none; within it, all bring one or only the newest does, as the agent's policy says. What
 * brings no run becomes one outcome, however much it is.
 */
@Decision
public final class DecideDueTimes {
    /** A due time that could not be decided within this is missed. */
    static final Duration ON_TIME = Duration.ofSeconds(60);

    /** So many runs at once; what is beyond stays open for the next decision. */
    static final int MAX_RUNS = 100;

    private final DueTimes times;
    private final Instant until;
    private final Instant now;
    private final List<Instant> runs = new ArrayList<>();
    private @Nullable Instant newestMissed;
    private @Nullable Instant firstSkipped;
    private Instant lastSkipped = Instant.MIN;
    private long skipped;

    private DecideDueTimes(DueTimes times, Instant until, Instant now) {
        this.times = times;
        this.until = until;
        this.now = now;
    }

    /** Decides what has come by {@code now}; {@code first} is the first due time that is still open. */
    public static Decided decide(DueTimes times, Instant first, Instant now) {
        return new DecideDueTimes(times, now, now).run(first);
    }

    /** The same, but leaves open what is due after {@code until}, and waits for no jitter. */
    public static Decided decideUntil(DueTimes times, Instant first, Instant until, Instant now) {
        return new DecideDueTimes(times.withoutJitter(), until, now).run(first);
    }

    /** Due times from {@code first} to {@code until} bring no run, for the given reason. */
    public static Decided refuse(DueTimes times, Instant first, Instant until, EndReason reason) {
        Optional<Instant> due = Optional.of(first).filter(time -> !time.isAfter(until));
        Instant last = first;
        long count = 0;
        while (due.isPresent()) {
            last = due.get();
            count++;
            due = times.nextAfter(last).filter(time -> !time.isAfter(until));
        }
        return count == 0
                ? new Decided(List.of(), first)
                : new Decided(
                        List.of(new Outcome.NotDue(first, last, count, reason)),
                        times.nextAfter(last).orElse(null));
    }

    private Decided run(Instant first) {
        Optional<Instant> due = Optional.of(first);
        while (due.isPresent() && runs.size() < MAX_RUNS && hasCome(due.get())) {
            decideOne(due.get());
            due = times.nextAfter(due.get());
        }
        return new Decided(outcomes(), due.orElse(null));
    }

    private boolean hasCome(Instant due) {
        return !due.isAfter(until) && !times.fireAt(due).isAfter(now);
    }

    private void decideOne(Instant due) {
        Duration late = Duration.between(due.plus(times.jitter()), now);
        if (late.compareTo(ON_TIME) <= 0) {
            runs.add(due);
        } else if (late.compareTo(times.catchUpWindow()) > 0) {
            skip(due);
        } else if (times.catchUpPolicy() == CatchUpPolicy.ALL) {
            runs.add(due);
        } else {
            if (newestMissed != null) {
                skip(newestMissed);
            }
            newestMissed = due;
        }
    }

    private void skip(Instant due) {
        firstSkipped = firstSkipped == null ? due : firstSkipped;
        lastSkipped = due;
        skipped++;
    }

    private List<Outcome> outcomes() {
        List<Outcome> outcomes = new ArrayList<>();
        if (firstSkipped != null) {
            outcomes.add(new Outcome.NotDue(firstSkipped, lastSkipped, skipped, EndReason.CATCH_UP_EXPIRED));
        }
        if (newestMissed != null) {
            outcomes.add(new Outcome.Due(newestMissed));
        }
        runs.forEach(due -> outcomes.add(new Outcome.Due(due)));
        return outcomes;
    }
}
