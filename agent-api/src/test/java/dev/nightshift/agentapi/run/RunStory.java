package dev.nightshift.agentapi.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.AgentDefinition;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.DueRunEvent.RunDue;
import dev.nightshift.contracts.DueRunEvent.RunNotDue;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.OverlapPolicy;
import dev.nightshift.contracts.RunEvent.ModelAnswered;
import dev.nightshift.contracts.RunEvent.RunCancelled;
import dev.nightshift.contracts.RunEvent.RunCompleted;
import dev.nightshift.contracts.RunEvent.RunFailed;
import dev.nightshift.contracts.RunEvent.RunQueued;
import dev.nightshift.contracts.RunEvent.RunSkipped;
import dev.nightshift.contracts.RunEvent.RunStarted;
import dev.nightshift.contracts.RunEvent.ToolCompleted;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.RunLimits;
import dev.nightshift.contracts.RunTotals;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.contracts.StepStatus;
import dev.nightshift.contracts.Trigger;
import dev.nightshift.contracts.Visibility;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One run, as scheduler and runner would tell of it. */
public record RunStory(
        RunId run, SessionId session, AgentId agent, Trigger trigger, ActingFor actingFor, Instant begin) {
    static final AgentId AGENT = AgentId.next();
    public static final String NAME = "Storyteller";

    private static final Instant BEGIN = Instant.parse("2026-11-20T09:00:00Z");

    public RunStory(AgentId agent) {
        this(RunId.next(), agent, Trigger.SCHEDULE, ActingFor.organisation());
    }

    public RunStory(RunId run, AgentId agent, Trigger trigger, ActingFor actingFor) {
        this(run, SessionId.ofRun(run), agent, trigger, actingFor, BEGIN);
    }

    static RunStory chat(AgentId agent) {
        return chat(agent, MemberId.next());
    }

    public static RunStory chat(AgentId agent, MemberId speaker) {
        return new RunStory(RunId.next(), agent, Trigger.CHAT, ActingFor.member(speaker, "Speaker"));
    }

    public RunDue due() {
        AgentDefinition definition = new AgentDefinition(
                agent,
                1,
                NAME,
                AgentType.ORG,
                null,
                Visibility.EVERYONE,
                "Tell.",
                null,
                OverlapPolicy.SKIP,
                List.of(),
                List.of(),
                RunLimits.DEFAULTS);
        return new RunDue(
                run, session, agent, trigger, scheduled(), begin, null, null, List.of(), actingFor, definition);
    }

    public RunNotDue notDue(EndReason reason, long count) {
        return new RunNotDue(run, agent, begin, begin.plusSeconds(60), count, begin, null, reason);
    }

    public RunQueued queued(long n) {
        return new RunQueued(run, session, agent, n, at(n), NAME, trigger, scheduled(), "the task", actingFor);
    }

    public RunStarted started(long n) {
        return new RunStarted(run, session, agent, n, at(n), 1, at(n));
    }

    RunStarted startedAgain(long n) {
        return new RunStarted(run, session, agent, n, at(n), 2, at(2));
    }

    ModelAnswered model(long n) {
        return new ModelAnswered(
                run, session, agent, n, at(n), UUID.randomUUID(), 1, "runbook", "", List.of(), 10, 5, at(n), 40, null);
    }

    ModelAnswered model(long n, String costUsd) {
        ModelAnswered free = model(n);
        return new ModelAnswered(
                run,
                session,
                agent,
                n,
                at(n),
                free.stepId(),
                1,
                "fast",
                "",
                List.of(),
                10,
                5,
                at(n),
                40,
                new BigDecimal(costUsd));
    }

    ToolCompleted tool(long n, boolean counted) {
        return new ToolCompleted(
                run,
                session,
                agent,
                n,
                at(n),
                UUID.randomUUID(),
                2,
                "run_bash",
                JsonNodeFactory.instance.objectNode(),
                counted ? StepStatus.COMPLETED : StepStatus.REFUSED,
                "done",
                at(n),
                30,
                counted);
    }

    public RunCompleted completed(long n) {
        return new RunCompleted(
                run,
                session,
                agent,
                n,
                at(n),
                EndReason.FINISHED,
                "all done",
                "the answer",
                new RunTotals(3, 2, 100, 20),
                at(2),
                1500);
    }

    public RunFailed failed(long n, EndReason reason) {
        return new RunFailed(
                run, session, agent, n, at(n), reason, "it broke", null, null, RunTotals.NONE, at(2), 700L);
    }

    public RunCancelled cancelled(long n, EndReason reason) {
        return new RunCancelled(
                run, session, agent, n, at(n), reason, "somebody stopped it", RunTotals.NONE, at(2), 300L);
    }

    public RunSkipped skipped(long n, EndReason reason) {
        return new RunSkipped(
                run,
                session,
                agent,
                n,
                at(n),
                NAME,
                trigger,
                scheduled(),
                null,
                actingFor,
                reason,
                "the last run is still going");
    }

    public Instant at(long n) {
        return begin.plusMillis(n);
    }

    private Instant scheduled() {
        return trigger == Trigger.SCHEDULE ? begin : null;
    }
}
