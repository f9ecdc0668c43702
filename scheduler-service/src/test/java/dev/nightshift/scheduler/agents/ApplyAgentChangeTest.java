package dev.nightshift.scheduler.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.scheduler.SampleAgent;
import dev.nightshift.scheduler.agents.ApplyAgentChange.Applied;
import dev.nightshift.scheduler.due.Outcome.Due;
import dev.nightshift.scheduler.due.Outcome.NotDue;
import dev.nightshift.scheduler.due.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplyAgentChangeTest {
    private static final Instant SET = Instant.parse("2026-03-01T00:00:00Z");
    private static final SampleAgent EVERY_TEN = SampleAgent.scheduled("every 10 seconds", SET);

    @Test
    void makesANewAgentDueOneIntervalAfterItsScheduleWasSet() {
        Standing standing = ApplyAgentChange.first(EVERY_TEN.changed(), at(1)).standing();
        assertEquals(at(10), standing.nextDueAt());
        assertEquals(SET, standing.decidedUntil());
    }

    @Test
    void leavesOpenWhatPassedBeforeTheNewAgentWasRead() {
        assertEquals(
                at(10),
                ApplyAgentChange.first(EVERY_TEN.changed(), at(300)).standing().nextDueAt());
    }

    @Test
    void startsAnOldAgentThatIsNewHereAtItsCatchUpWindow() {
        Instant now = SET.plus(Duration.ofDays(30)).plusSeconds(5);
        Standing standing = ApplyAgentChange.first(EVERY_TEN.changed(), now).standing();
        assertEquals(now.minus(SampleAgent.HOUR).plusSeconds(5), standing.nextDueAt());
    }

    @Test
    void neverMakesAManualAgentDue() {
        Standing standing = ApplyAgentChange.first(
                        SampleAgent.scheduled("manual", SET).changed(), at(1))
                .standing();
        assertNull(standing.nextDueAt());
    }

    @Test
    void keepsThePhaseWhenSomethingElseChanges() {
        Standing current = Standing.from(EVERY_TEN.changed(), at(20));
        Applied applied = ApplyAgentChange.next(
                current, EVERY_TEN.renamed("Other", at(23)).changed(), at(24));
        assertEquals(at(30), applied.standing().nextDueAt());
        assertEquals("Other", applied.standing().agent().definition().name());
        assertEquals(List.of(), applied.settled());
    }

    @Test
    void decidesNoDueTimeAgainWhenTheChangeIsReadLate() {
        Standing current = Standing.from(EVERY_TEN.changed(), at(30));
        Applied applied = ApplyAgentChange.next(
                current, EVERY_TEN.renamed("Other", at(29)).changed(), at(31));
        assertEquals(at(40), applied.standing().nextDueAt());
        assertEquals(List.of(), applied.settled());
    }

    @Test
    void bringsRunsDueBeforeTheChangeUnderTheDefinitionBefore() {
        Standing current = Standing.from(EVERY_TEN.changed(), at(0));
        Applied applied = ApplyAgentChange.next(
                current, EVERY_TEN.rescheduled("every 7 seconds", at(25)).changed(), at(40));
        assertEquals(List.of(new Due(at(10)), new Due(at(20))), applied.settled());
        assertEquals(1, applied.settledUnder().version());
        assertEquals(at(32), applied.standing().nextDueAt());
    }

    @Test
    void refusesWhatWasStillOpenWhenTheAgentWasPaused() {
        Standing current = Standing.from(EVERY_TEN.changed(), at(0));
        Applied applied = ApplyAgentChange.next(
                current, EVERY_TEN.then(AgentState.PAUSED, at(25)).changed(), at(40));
        assertEquals(List.of(new NotDue(at(10), at(20), 2, EndReason.PAUSED)), applied.settled());
        assertNull(applied.standing().nextDueAt());
    }

    @Test
    void refusesWhatWasStillOpenWhenTheAgentWasStopped() {
        Standing current = Standing.from(EVERY_TEN.changed(), at(0));
        Applied applied = ApplyAgentChange.next(
                current, EVERY_TEN.then(AgentState.STOPPED, at(15)).changed(), at(16));
        assertEquals(List.of(new NotDue(at(10), at(10), 1, EndReason.STOPPED)), applied.settled());
    }

    @Test
    void catchesUpNothingThatPassedWhilePaused() {
        SampleAgent paused = EVERY_TEN.then(AgentState.PAUSED, at(25));
        Standing current = Standing.from(paused.changed(), at(25));
        Applied applied = ApplyAgentChange.next(
                current, paused.then(AgentState.ACTIVE, at(615)).changed(), at(616));
        assertEquals(List.of(), applied.settled());
        assertEquals(at(620), applied.standing().nextDueAt());
    }

    @Test
    void trustsTheDatabaseClockWhenTheChangeClaimsToBeLater() {
        Standing current = Standing.from(EVERY_TEN.changed(), at(0));
        Applied applied = ApplyAgentChange.next(
                current, EVERY_TEN.renamed("Other", at(500)).changed(), at(5));
        assertEquals(at(10), applied.standing().nextDueAt());
    }

    private static Instant at(long seconds) {
        return SET.plusSeconds(seconds);
    }
}
