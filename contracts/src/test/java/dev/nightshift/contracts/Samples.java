package dev.nightshift.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.AgentEvent.AgentChanged;
import dev.nightshift.contracts.AgentEvent.AgentDeleted;
import dev.nightshift.contracts.BackgroundEvent.BackgroundAgentStatus;
import dev.nightshift.contracts.BackgroundEvent.BackgroundTaskCompleted;
import dev.nightshift.contracts.BackgroundEvent.BackgroundTaskError;
import dev.nightshift.contracts.BackgroundEvent.BackgroundTaskStarted;
import dev.nightshift.contracts.DueRunEvent.ChatMessage;
import dev.nightshift.contracts.DueRunEvent.RunDue;
import dev.nightshift.contracts.DueRunEvent.RunNotDue;
import dev.nightshift.contracts.RunCommand.StopRun;
import dev.nightshift.contracts.RunEvent.MessageTaken;
import dev.nightshift.contracts.RunEvent.ModelAnswered;
import dev.nightshift.contracts.RunEvent.RunCancelled;
import dev.nightshift.contracts.RunEvent.RunCompleted;
import dev.nightshift.contracts.RunEvent.RunFailed;
import dev.nightshift.contracts.RunEvent.RunQueued;
import dev.nightshift.contracts.RunEvent.RunSkipped;
import dev.nightshift.contracts.RunEvent.RunStarted;
import dev.nightshift.contracts.RunEvent.ToolCompleted;
import dev.nightshift.contracts.RunEvent.ToolStarted;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One event of every type, with every field filled. */
final class Samples {
    private static final AgentId AGENT = AgentId.of("0198a000-0000-7000-8000-000000000001");
    private static final Instant DUE = Instant.parse("2027-01-04T08:00:00Z");
    private static final Instant AT = Instant.parse("2027-01-04T08:00:00.125Z");
    private static final RunId RUN = RunId.ofDueTime(AGENT, DUE);
    private static final SessionId SESSION = SessionId.ofRun(RUN);
    private static final Author ADA = new Author(MemberId.of("0198a000-0000-7000-8000-0000000000aa"), "Ada");
    private static final UUID MESSAGE = UUID.fromString("0198a000-0000-7000-8000-0000000000cc");
    private static final UUID STEP = UUID.fromString("0198a000-0000-7000-8000-0000000000dd");
    private static final RunTotals TOTALS = new RunTotals(3, 4, 120, 45);
    private static final JsonNode ARGUMENTS = Json.mapper().createObjectNode().put("script", "uptime");
    private static final AgentDefinition DEFINITION = new AgentDefinition(
            AGENT,
            7,
            "Morning check",
            AgentType.USER,
            ADA,
            Visibility.EVERYONE,
            "Check the machine.",
            "runbook",
            OverlapPolicy.SKIP,
            List.of(SourceId.of("0198a000-0000-7000-8000-0000000000bb")),
            List.of("run_bash"),
            new RunLimits(15, 40, 100_000L, 1.5, 60_000L, 600_000L));
    private static final AgentSchedule SCHEDULE = new AgentSchedule(
            "0 9 * * 1-5",
            "Europe/Berlin",
            Instant.parse("2027-01-01T00:00:00Z"),
            Instant.parse("2027-01-02T00:00:00Z"),
            Instant.parse("2028-01-01T00:00:00Z"),
            3_600_000,
            CatchUpPolicy.LATEST,
            0);

    private Samples() {}

    static List<AgentEvent> agents() {
        return List.of(
                new AgentChanged(AGENT, 7, AgentState.ACTIVE, AT, SCHEDULE, DEFINITION),
                new AgentDeleted(AGENT, 8, AgentState.DELETED, AT));
    }

    static List<DueRunEvent> dueRuns() {
        ChatMessage message = new ChatMessage(MESSAGE, "c-1", ADA, "How is it going?", AT);
        Instant next = DUE.plusSeconds(86_400);
        ActingFor ada = ActingFor.member(ADA.memberId(), ADA.name());
        return List.of(
                new RunDue(
                        RUN,
                        SESSION,
                        AGENT,
                        Trigger.SCHEDULE,
                        DUE,
                        AT,
                        next,
                        "Look closely",
                        List.of(message),
                        ada,
                        DEFINITION),
                new RunNotDue(RUN, AGENT, DUE, DUE.plusSeconds(60), 2, AT, next, EndReason.CATCH_UP_EXPIRED));
    }

    static List<RunCommand> commands() {
        return List.of(new StopRun(RUN, AGENT, ADA, "not needed any more", AT));
    }

    static List<RunEvent> runs() {
        ToolCall call = new ToolCall("call-1", "run_bash", ARGUMENTS);
        ActingFor ada = ActingFor.member(ADA.memberId(), ADA.name());
        return List.of(
                new RunQueued(RUN, SESSION, AGENT, 1, AT, "Morning check", Trigger.SCHEDULE, DUE, "Look closely", ada),
                new MessageTaken(RUN, SESSION, AGENT, 2, AT, MESSAGE, "c-1", ADA, "How is it going?"),
                new RunStarted(RUN, SESSION, AGENT, 3, AT, 1, AT),
                new ModelAnswered(
                        RUN,
                        SESSION,
                        AGENT,
                        4,
                        AT,
                        STEP,
                        1,
                        "runbook",
                        "I look.",
                        List.of(call),
                        100,
                        20,
                        AT,
                        12,
                        new BigDecimal("0.0012")),
                new ToolStarted(RUN, SESSION, AGENT, 5, AT, STEP, 2, "run_bash", ARGUMENTS),
                new ToolCompleted(
                        RUN,
                        SESSION,
                        AGENT,
                        6,
                        AT,
                        STEP,
                        2,
                        "run_bash",
                        ARGUMENTS,
                        StepStatus.COMPLETED,
                        "up 3 days",
                        AT,
                        31,
                        true),
                new RunSkipped(
                        RUN,
                        SESSION,
                        AGENT,
                        1,
                        AT,
                        "Morning check",
                        Trigger.SCHEDULE,
                        DUE,
                        "Look closely",
                        ada,
                        EndReason.OVERLAP,
                        "The run before is not over."),
                new RunCompleted(
                        RUN, SESSION, AGENT, 7, AT, EndReason.FINISHED, "All is well.", "Up 3 days.", TOTALS, AT, 64),
                new RunFailed(
                        RUN,
                        SESSION,
                        AGENT,
                        7,
                        AT,
                        EndReason.TOOL_ERROR,
                        "Block 2 failed.",
                        "1 of 2 blocks ran.",
                        "up 3 days",
                        TOTALS,
                        AT,
                        64L),
                new RunCancelled(RUN, SESSION, AGENT, 7, AT, EndReason.STOPPED, "Ada stopped it.", TOTALS, AT, 64L));
    }

    static List<BackgroundEvent> background() {
        return List.of(
                new BackgroundTaskStarted(AGENT, "Morning check", RUN, SESSION, Trigger.SCHEDULE, DUE, 3, AT),
                new BackgroundTaskCompleted(
                        AGENT,
                        "Morning check",
                        RUN,
                        SESSION,
                        Trigger.SCHEDULE,
                        DUE,
                        3,
                        AT,
                        "All is well.",
                        64,
                        3,
                        165,
                        EndReason.FINISHED),
                new BackgroundTaskError(
                        AGENT,
                        "Morning check",
                        RUN,
                        SESSION,
                        Trigger.SCHEDULE,
                        DUE,
                        3,
                        AT,
                        "Block 2 failed.",
                        1,
                        EndReason.TOOL_ERROR),
                new BackgroundAgentStatus(AGENT, "Morning check", "idle", AT, "completed", DUE, 3, 1, AT));
    }
}
