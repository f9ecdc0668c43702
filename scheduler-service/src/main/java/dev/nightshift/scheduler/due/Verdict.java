package dev.nightshift.scheduler.due;

import dev.nightshift.contracts.AgentDefinition;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.DueRunEvent;
import dev.nightshift.contracts.DueRunEvent.RunDue;
import dev.nightshift.contracts.DueRunEvent.RunNotDue;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.contracts.Trigger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One outcome with all that its record says: the agent's definition at the time, and when it is due next. */
public record Verdict(
        AgentDefinition definition,
        Outcome outcome,
        @Nullable Instant nextRunAt,
        Instant decidedAt) {

    static final String DUE = "due";

    AgentId agentId() {
        return definition.agentId();
    }

    RunId runId() {
        return outcome.runId(agentId());
    }

    /** As it stands in the table of decisions. */
    String reason() {
        return switch (outcome) {
            case Outcome.Due due -> DUE;
            case Outcome.NotDue notDue -> notDue.reason().wire();
        };
    }

    DueRunEvent event() {
        return switch (outcome) {
            case Outcome.Due due ->
                new RunDue(
                        runId(),
                        SessionId.ofRun(runId()),
                        agentId(),
                        Trigger.SCHEDULE,
                        due.at(),
                        decidedAt,
                        nextRunAt,
                        null,
                        List.of(),
                        definition.actsFor(),
                        definition);
            case Outcome.NotDue notDue ->
                new RunNotDue(
                        runId(),
                        agentId(),
                        notDue.first(),
                        notDue.count() == 1 ? null : notDue.last(),
                        notDue.count(),
                        decidedAt,
                        nextRunAt,
                        notDue.reason());
        };
    }
}
