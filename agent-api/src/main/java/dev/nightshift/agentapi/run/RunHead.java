package dev.nightshift.agentapi.run;

import dev.nightshift.agentapi.agent.Agent;
import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.DueRunEvent.RunDue;
import dev.nightshift.contracts.DueRunEvent.RunNotDue;
import dev.nightshift.contracts.RunEvent.RunFailed;
import dev.nightshift.contracts.RunEvent.RunQueued;
import dev.nightshift.contracts.RunEvent.RunSkipped;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.contracts.Trigger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What never changes of a run. {@code dueCount} due times from {@code scheduledFor} to {@code scheduledUntil} share a
 * decision that brought no run; it is 1 otherwise. {@code sessionId} is absent where no session was opened.
 */
public record RunHead(
        RunId id,
        AgentId agentId,
        String agentName,
        @Nullable SessionId sessionId,
        Trigger trigger,
        @Nullable Instant scheduledFor,
        @Nullable Instant scheduledUntil,
        long dueCount,
        @Nullable String task,
        ActingFor actingFor,
        Instant createdAt) {

    static RunHead of(RunDue due) {
        return new RunHead(
                due.runId(),
                due.agentId(),
                due.definition().name(),
                due.sessionId(),
                due.trigger(),
                due.scheduledFor(),
                null,
                1,
                due.task(),
                due.actingFor(),
                due.decidedAt());
    }

    static RunHead of(RunNotDue not, String agentName, ActingFor actingFor) {
        return new RunHead(
                not.runId(),
                not.agentId(),
                agentName,
                null,
                Trigger.SCHEDULE,
                not.scheduledFor(),
                not.scheduledUntil(),
                not.count(),
                null,
                actingFor,
                not.decidedAt());
    }

    static RunHead of(RunQueued queued) {
        return new RunHead(
                queued.runId(),
                queued.agentId(),
                queued.agentName(),
                queued.sessionId(),
                queued.trigger(),
                queued.scheduledFor(),
                null,
                1,
                queued.task(),
                queued.actingFor(),
                queued.at());
    }

    static RunHead of(RunSkipped skipped) {
        return new RunHead(
                skipped.runId(),
                skipped.agentId(),
                skipped.agentName(),
                skipped.sessionId(),
                skipped.trigger(),
                skipped.scheduledFor(),
                null,
                1,
                skipped.task(),
                skipped.actingFor(),
                skipped.at());
    }

    /** A background run whose due record could not be read: agent-api knows its own manual ones, so it was scheduled. */
    static RunHead of(RunFailed failed, Agent agent) {
        return new RunHead(
                failed.runId(),
                failed.agentId(),
                agent.settings().name(),
                failed.sessionId(),
                Trigger.SCHEDULE,
                null,
                null,
                1,
                null,
                agent.definition().actsFor(),
                failed.at());
    }

    /** Chats are no background work: they count nowhere and make no public event. */
    public boolean isBackground() {
        return trigger != Trigger.CHAT;
    }
}
