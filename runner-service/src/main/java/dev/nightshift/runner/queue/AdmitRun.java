package dev.nightshift.runner.queue;

import dev.nightshift.contracts.AgentDefinition;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.DueRunEvent.RunDue;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.OverlapPolicy;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.Trigger;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rules of admission, the same for scheduled, manual and backfill runs; a chat knows no overlap and no pause. */
@Decision
final class AdmitRun {
    private final Set<String> models;

    AdmitRun(Set<String> models) {
        this.models = new TreeSet<>(models);
    }

    /**
     * What the tables say, read under the agent's lock. {@code open} is the agent's oldest background run that has not
     * ended; {@code stop} the sentence of a stop command that came before the run.
     */
    record Facts(
            boolean known,
            @Nullable RunId open,
            @Nullable AgentHold hold,
            @Nullable String stop) {}

    Admission decide(RunDue due, Facts facts) {
        if (facts.known) {
            return new Admission.Duplicate();
        }
        if (facts.stop != null) {
            return new Admission.Cancel(facts.stop);
        }
        boolean background = due.trigger() != Trigger.CHAT;
        if (background && facts.hold != null && facts.hold.isAfter(due.decidedAt())) {
            return new Admission.Skip(facts.hold.reason(), facts.hold.sentence());
        }
        String fault = fault(due.definition(), background);
        if (fault != null) {
            return new Admission.Fail(fault);
        }
        if (background && facts.open != null && due.definition().overlapPolicy() == OverlapPolicy.SKIP) {
            return new Admission.Skip(
                    EndReason.OVERLAP, "The agent's run " + facts.open + " had not ended when this one was due.");
        }
        return new Admission.Queue();
    }

    private @Nullable String fault(AgentDefinition agent, boolean background) {
        if (agent.model() != null && !models.contains(agent.model())) {
            return "The model \"" + agent.model() + "\" is not one this installation names: "
                    + String.join(", ", models) + ". Choose another model for the agent.";
        }
        OverlapPolicy policy = agent.overlapPolicy();
        if (background && policy != OverlapPolicy.SKIP && policy != OverlapPolicy.ALLOW_ALL) {
            return "The overlap policy \"" + policy.wire() + "\" is not supported yet. Choose skip or allow_all.";
        }
        return null;
    }
}
