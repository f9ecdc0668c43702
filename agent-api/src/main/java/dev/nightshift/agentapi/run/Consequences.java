package dev.nightshift.agentapi.run;

import dev.nightshift.agentapi.agent.Agent;
import dev.nightshift.agentapi.agent.AgentStanding;
import dev.nightshift.agentapi.agent.StatusEvents;
import dev.nightshift.agentapi.event.NewBackgroundEvent;
import dev.nightshift.contracts.BackgroundEvent;
import dev.nightshift.contracts.BackgroundEvent.BackgroundTaskCompleted;
import dev.nightshift.contracts.BackgroundEvent.BackgroundTaskError;
import dev.nightshift.contracts.BackgroundEvent.BackgroundTaskStarted;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.RunEvent.Known;
import dev.nightshift.contracts.RunStatus;
import dev.nightshift.contracts.RunTotals;
import dev.nightshift.contracts.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a step of a background run means for its agent's counts and for the public. */
@Decision
record Consequences(AgentStanding standing, List<NewBackgroundEvent> events) {

    /** {@code agent} absent (never known here): the counts are kept, nothing is made public. */
    static Consequences of(Run before, Run after, Known event, AgentStanding standing, @Nullable Agent agent) {
        AgentStanding next = standing;
        List<BackgroundEvent> said = new ArrayList<>();
        boolean starts =
                before.progress().startedAt() == null && after.progress().startedAt() != null;
        if (starts) {
            next = next.started(Objects.requireNonNull(after.progress().startedAt()));
        }
        if (starts && !after.progress().status().isFinal()) {
            said.add(started(after, event, next));
        }
        if (after.progress().status().isFinal()) {
            next = ended(after, next);
            said.addAll(end(after, event, next));
        }
        return new Consequences(
                next, agent == null ? List.of() : publicEvents(said, after, event, standing, next, agent));
    }

    private static AgentStanding ended(Run run, AgentStanding standing) {
        RunProgress p = run.progress();
        if (p.status() == RunStatus.SKIPPED) {
            return standing.skipped(1, Objects.requireNonNull(p.endReason()));
        }
        return standing.ended(p.status(), p.startedAt() != null, p.durationMs(), tokens(p.totals()));
    }

    private static List<NewBackgroundEvent> publicEvents(
            List<BackgroundEvent> said, Run run, Known event, AgentStanding before, AgentStanding after, Agent agent) {
        List<NewBackgroundEvent> events = new ArrayList<>();
        for (BackgroundEvent each : said) {
            events.add(new NewBackgroundEvent(
                    event.id(), agent.id(), run.head().actingFor().memberId(), event.at(), each));
        }
        boolean changed = !before.status(agent.state()).equals(after.status(agent.state()));
        if (changed || run.progress().status().isFinal()) {
            events.add(StatusEvents.of(event.id(), agent, after, event.at()));
        }
        return events;
    }

    private static BackgroundEvent started(Run run, Known event, AgentStanding standing) {
        RunHead head = run.head();
        return new BackgroundTaskStarted(
                head.agentId(),
                head.agentName(),
                head.id(),
                session(run),
                head.trigger(),
                head.scheduledFor(),
                standing.runCount(),
                event.at());
    }

    private static List<BackgroundEvent> end(Run run, Known event, AgentStanding standing) {
        return switch (run.progress().status()) {
            case COMPLETED -> List.of(completed(run, event, standing));
            case FAILED -> List.of(error(run, event, standing));
            case CANCELLED ->
                run.progress().endReason() == EndReason.STOPPED ? List.of(error(run, event, standing)) : List.of();
            case SKIPPED, PENDING, RUNNING, WAITING -> List.of();
        };
    }

    private static BackgroundEvent completed(Run run, Known event, AgentStanding standing) {
        RunHead head = run.head();
        RunProgress p = run.progress();
        return new BackgroundTaskCompleted(
                head.agentId(),
                head.agentName(),
                head.id(),
                session(run),
                head.trigger(),
                head.scheduledFor(),
                standing.runCount(),
                event.at(),
                Objects.requireNonNullElse(p.summary(), ""),
                Objects.requireNonNullElse(p.durationMs(), 0L),
                p.totals().toolCalls(),
                tokens(p.totals()),
                Objects.requireNonNullElse(p.endReason(), EndReason.FINISHED));
    }

    private static BackgroundEvent error(Run run, Known event, AgentStanding standing) {
        RunHead head = run.head();
        RunProgress p = run.progress();
        return new BackgroundTaskError(
                head.agentId(),
                head.agentName(),
                head.id(),
                session(run),
                head.trigger(),
                head.scheduledFor(),
                standing.runCount(),
                event.at(),
                Objects.requireNonNullElse(p.error(), ""),
                standing.errorCount(),
                Objects.requireNonNullElse(p.endReason(), EndReason.STOPPED));
    }

    private static SessionId session(Run run) {
        return Objects.requireNonNullElseGet(
                run.head().sessionId(), () -> SessionId.ofRun(run.head().id()));
    }

    private static long tokens(RunTotals totals) {
        return totals.inputTokens() + totals.outputTokens();
    }
}
