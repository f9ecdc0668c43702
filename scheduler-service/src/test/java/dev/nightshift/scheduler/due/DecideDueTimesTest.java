package dev.nightshift.scheduler.due;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nightshift.contracts.CatchUpPolicy;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.scheduler.SampleAgent;
import dev.nightshift.scheduler.due.Outcome.Due;
import dev.nightshift.scheduler.due.Outcome.NotDue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DecideDueTimesTest {
    private static final Instant SET = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void leavesOpenWhatIsNotDueYet() {
        DueTimes times = times(SampleAgent.scheduled("every 10 seconds", SET));
        assertEquals(
                new Decided(List.of(), SET.plusSeconds(10)),
                DecideDueTimes.decide(times, SET.plusSeconds(10), SET.plusMillis(9_999)));
    }

    @Test
    void bringsARunAtTheDueTimeItself() {
        DueTimes times = times(SampleAgent.scheduled("every 10 seconds", SET));
        assertEquals(
                new Decided(List.of(due(10)), SET.plusSeconds(20)),
                DecideDueTimes.decide(times, SET.plusSeconds(10), SET.plusSeconds(10)));
    }

    @Test
    void bringsEveryRunThatIsAtMostAMinuteLate() {
        DueTimes times = times(SampleAgent.scheduled("every 20 seconds", SET));
        assertEquals(
                new Decided(List.of(due(20), due(40), due(60), due(80)), SET.plusSeconds(100)),
                DecideDueTimes.decide(times, SET.plusSeconds(20), SET.plusSeconds(80)));
    }

    @Test
    void bringsOnlyTheLatestOfThoseMissedAndSaysSoInOneOutcome() {
        DueTimes times = times(SampleAgent.scheduled("every 20 seconds", SET));
        assertEquals(
                new Decided(
                        List.of(expired(20, 100, 5), due(120), due(140), due(160), due(180), due(200)),
                        SET.plusSeconds(220)),
                DecideDueTimes.decide(times, SET.plusSeconds(20), SET.plusSeconds(200)));
    }

    @Test
    void bringsAllThatWereMissedInsideTheWindow() {
        DueTimes times = times(SampleAgent.scheduled("every 5 minutes", SET).catchingUp(CatchUpPolicy.ALL, HOUR));
        List<Outcome> expected = new ArrayList<>(List.of(expired(300, 3300, 11)));
        LongStream.rangeClosed(12, 24).mapToObj(n -> due(n * 300)).forEach(expected::add);
        assertEquals(
                new Decided(expected, SET.plusSeconds(7500)),
                DecideDueTimes.decide(times, SET.plusSeconds(300), SET.plusSeconds(7200)));
    }

    @Test
    void bringsNoneThatWasMissedBeforeTheWindow() {
        DueTimes times = times(
                SampleAgent.scheduled("every 2 minutes", SET).catchingUp(CatchUpPolicy.LATEST, Duration.ofSeconds(90)));
        assertEquals(
                new Decided(List.of(expired(120, 240, 2)), SET.plusSeconds(360)),
                DecideDueTimes.decide(times, SET.plusSeconds(120), SET.plusSeconds(350)));
    }

    @Test
    void turnsThreeDaysOfEverySecondIntoOneOutcomeBesideTheRuns() {
        DueTimes times = times(SampleAgent.scheduled("every second", SET));
        Instant now = SET.plus(Duration.ofDays(3));
        Decided decided = DecideDueTimes.decide(times, SET.plusSeconds(1), now);
        assertEquals(expired(1, 259_138, 259_138), decided.outcomes().getFirst());
        assertEquals(
                LongStream.rangeClosed(259_139, 259_200)
                        .mapToObj(DecideDueTimesTest::due)
                        .toList(),
                decided.outcomes().subList(1, decided.outcomes().size()));
        assertEquals(now.plusSeconds(1), decided.nextDueAt());
    }

    @Test
    void decidesManyRunsInPortionsWithoutLosingOne() {
        DueTimes times = times(SampleAgent.scheduled("every 10 seconds", SET).catchingUp(CatchUpPolicy.ALL, HOUR));
        Instant now = SET.plus(HOUR);
        List<Outcome> all = new ArrayList<>();
        Instant next = SET.plusSeconds(10);
        while (!next.isAfter(now)) {
            Decided decided = DecideDueTimes.decide(times, next, now);
            assertTrue(decided.outcomes().size() <= DecideDueTimes.MAX_RUNS);
            all.addAll(decided.outcomes());
            next = decided.nextDueAt();
        }
        assertEquals(LongStream.rangeClosed(1, 360).mapToObj(n -> due(n * 10)).toList(), all);
    }

    @Test
    void hasNoNextDueTimeAfterTheEnd() {
        DueTimes times = times(SampleAgent.scheduled("every 10 seconds", SET).between(null, SET.plusSeconds(20)));
        assertEquals(
                new Decided(List.of(due(20)), null),
                DecideDueTimes.decide(times, SET.plusSeconds(20), SET.plusSeconds(40)));
    }

    @Test
    void waitsForTheJitterOfEachDueTime() {
        DueTimes times = times(SampleAgent.scheduled("every minute", SET).spreadOver(Duration.ofSeconds(30)));
        Instant due = SET.plusSeconds(60);
        Instant fire = times.fireAt(due);
        assertEquals(
                List.of(),
                DecideDueTimes.decide(times, due, fire.minusMillis(1)).outcomes());
        assertEquals(
                List.of(new Due(due)), DecideDueTimes.decide(times, due, fire).outcomes());
    }

    @Test
    void spreadsJitterOverItsWholeLengthAndAlwaysTheSame() {
        SampleAgent agent = SampleAgent.scheduled("every minute", SET).spreadOver(Duration.ofSeconds(30));
        HashSet<Long> quarters = new HashSet<>();
        for (int n = 1; n <= 200; n++) {
            Instant due = SET.plusSeconds(60L * n);
            Duration jitter = Duration.between(due, times(agent).fireAt(due));
            assertFalse(jitter.isNegative());
            assertTrue(jitter.compareTo(Duration.ofSeconds(30)) <= 0);
            assertEquals(times(agent).fireAt(due), times(agent).fireAt(due));
            quarters.add(jitter.toMillis() / 7_501);
        }
        assertEquals(4, quarters.size());
    }

    @Test
    void refusesARangeAsOneOutcome() {
        DueTimes times = times(SampleAgent.scheduled("every 10 seconds", SET));
        assertEquals(
                new Decided(
                        List.of(new NotDue(SET.plusSeconds(10), SET.plusSeconds(30), 3, EndReason.PAUSED)),
                        SET.plusSeconds(40)),
                DecideDueTimes.refuse(times, SET.plusSeconds(10), SET.plusSeconds(39), EndReason.PAUSED));
    }

    private static DueTimes times(SampleAgent agent) {
        return DueTimes.of(agent.id(), agent.schedule());
    }

    private static Outcome due(long seconds) {
        return new Due(SET.plusSeconds(seconds));
    }

    private static Outcome expired(long from, long until, long count) {
        return new NotDue(SET.plusSeconds(from), SET.plusSeconds(until), count, EndReason.CATCH_UP_EXPIRED);
    }
}
