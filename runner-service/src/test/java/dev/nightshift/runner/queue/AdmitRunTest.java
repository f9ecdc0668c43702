package dev.nightshift.runner.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.OverlapPolicy;
import dev.nightshift.contracts.RunId;
import dev.nightshift.runner.SampleRun;
import dev.nightshift.runner.queue.AdmitRun.Facts;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdmitRunTest {
    private static final Facts NOTHING = new Facts(false, null, null, null);

    private final AdmitRun rules = new AdmitRun(Set.of("runbook", "big"));
    private final SampleRun run = SampleRun.of("");

    @Test
    void aRunThatNothingSpeaksAgainstIsQueued() {
        assertEquals(new Admission.Queue(), rules.decide(run.due(), NOTHING));
        assertEquals(new Admission.Queue(), rules.decide(run.withModel("big").due(), NOTHING));
    }

    @Test
    void aKnownRunIsADuplicateWhateverElseHolds() {
        assertEquals(
                new Admission.Duplicate(), rules.decide(run.due(), new Facts(true, RunId.next(), held(1), "Stopped.")));
    }

    @Test
    void aStopThatCameFirstIsApplied() {
        assertEquals(
                new Admission.Cancel("Stopped by Ada."),
                rules.decide(run.due(), new Facts(false, null, held(1), "Stopped by Ada.")));
    }

    @Test
    void aRunIsSkippedWhileAnotherOfItsAgentIsOpen() {
        RunId open = RunId.next();
        assertEquals(
                new Admission.Skip(
                        EndReason.OVERLAP, "The agent's run " + open + " had not ended when this one was due."),
                rules.decide(run.due(), new Facts(false, open, null, null)));
    }

    @Test
    void allowAllKnowsNoOverlap() {
        assertEquals(
                new Admission.Queue(),
                rules.decide(
                        run.withOverlap(OverlapPolicy.ALLOW_ALL).due(), new Facts(false, RunId.next(), null, null)));
    }

    @Test
    void aPolicyThatIsNotBuiltYetFailsTheRun() {
        Admission.Fail fail = assertInstanceOf(
                Admission.Fail.class,
                rules.decide(run.withOverlap(OverlapPolicy.BUFFER_ONE).due(), NOTHING));
        assertTrue(fail.sentence().contains("buffer_one"), fail.sentence());
    }

    @Test
    void anUnknownModelFailsTheRunAndNamesTheKnownOnes() {
        assertEquals(
                new Admission.Fail("The model \"bigg\" is not one this installation names: big, runbook."
                        + " Choose another model for the agent."),
                rules.decide(run.withModel("bigg").due(), NOTHING));
    }

    @Test
    void aHoldCountsOnlyIfItCameAfterTheDecision() {
        assertEquals(
                new Admission.Skip(EndReason.PAUSED, "The agent was paused before this run began."),
                rules.decide(run.due(), new Facts(false, null, held(1), null)));
        assertEquals(new Admission.Queue(), rules.decide(run.due(), new Facts(false, null, held(-1), null)));
        assertEquals(new Admission.Queue(), rules.decide(run.due(), new Facts(false, null, held(0), null)));
    }

    @Test
    void aStoppedAgentSkipsWithItsOwnReason() {
        AgentHold stopped = new AgentHold(AgentState.STOPPED, run.decidedAt().plusSeconds(1));
        assertEquals(
                new Admission.Skip(EndReason.STOPPED, "The agent was stopped before this run began."),
                rules.decide(run.due(), new Facts(false, null, stopped, null)));
    }

    @Test
    void aChatKnowsNoOverlapAndNoPause() {
        assertEquals(
                new Admission.Queue(),
                rules.decide(SampleRun.chat("hi").due(), new Facts(false, RunId.next(), held(1), null)));
    }

    private AgentHold held(int secondsAfterTheDecision) {
        return new AgentHold(AgentState.PAUSED, run.decidedAt().plusSeconds(secondsAfterTheDecision));
    }
}
