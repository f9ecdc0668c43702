package dev.nightshift.collab;

import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.DueRunEvent.ChatMessage;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.RunEvent;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.RunTotals;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.contracts.StepStatus;
import dev.nightshift.contracts.ToolCall;
import dev.nightshift.contracts.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The journal of one run, entry after entry. */
public final class SampleRun {
    public static final Instant AT = Instant.parse("2027-01-01T09:00:00Z");

    public final RunId run;
    public final SessionId session;
    public final AgentId agent = AgentId.next();
    private final ActingFor actingFor;
    private final Trigger trigger;
    private final List<RunEvent.Known> journal = new ArrayList<>();

    private SampleRun(RunId run, SessionId session, ActingFor actingFor, Trigger trigger) {
        this.run = run;
        this.session = session;
        this.actingFor = actingFor;
        this.trigger = trigger;
    }

    public static SampleRun of(Author owner) {
        RunId run = RunId.next();
        return new SampleRun(
                run, SessionId.ofRun(run), ActingFor.member(owner.memberId(), owner.name()), Trigger.SCHEDULE);
    }

    public static SampleRun ofOrganisation() {
        RunId run = RunId.next();
        return new SampleRun(run, SessionId.ofRun(run), ActingFor.organisation(), Trigger.SCHEDULE);
    }

    public static SampleRun chat(RunId run, SessionId session, Author speaker) {
        return new SampleRun(run, session, ActingFor.member(speaker.memberId(), speaker.name()), Trigger.CHAT);
    }

    public static Author somebody(String name) {
        return new Author(MemberId.next(), name);
    }

    public List<RunEvent.Known> journal() {
        return List.copyOf(journal);
    }

    public SampleRun queued() {
        return add(
                new RunEvent.RunQueued(run, session, agent, next(), AT, "Digest", trigger, AT, "the task", actingFor));
    }

    public SampleRun taken(ChatMessage message) {
        return add(new RunEvent.MessageTaken(
                run,
                session,
                agent,
                next(),
                AT,
                message.messageId(),
                message.clientId(),
                message.author(),
                message.text()));
    }

    public SampleRun started() {
        return add(new RunEvent.RunStarted(run, session, agent, next(), AT, 1, AT));
    }

    public SampleRun answered(String text) {
        List<ToolCall> calls = List.of(
                new ToolCall("c1", "run_bash", Json.mapper().createObjectNode().put("script", "date")));
        return add(new RunEvent.ModelAnswered(
                run, session, agent, next(), AT, UUID.randomUUID(), 1, "runbook", text, calls, 12, 34, AT, 56, null));
    }

    public SampleRun tool(String result) {
        UUID step = UUID.randomUUID();
        var arguments = Json.mapper().createObjectNode().put("script", "date");
        add(new RunEvent.ToolStarted(run, session, agent, next(), AT, step, 2, "run_bash", arguments));
        return add(new RunEvent.ToolCompleted(
                run,
                session,
                agent,
                next(),
                AT,
                step,
                2,
                "run_bash",
                arguments,
                StepStatus.COMPLETED,
                result,
                AT,
                78,
                true));
    }

    public SampleRun tools(int count) {
        for (int i = 0; i < count; i++) {
            tool("result " + i);
        }
        return this;
    }

    public SampleRun completed() {
        return add(new RunEvent.RunCompleted(
                run,
                session,
                agent,
                next(),
                AT,
                EndReason.FINISHED,
                "the summary",
                "the output",
                new RunTotals(3, 4, 5, 6),
                AT,
                910));
    }

    public SampleRun failed() {
        return add(new RunEvent.RunFailed(
                run,
                session,
                agent,
                next(),
                AT,
                EndReason.ACCESS_LOST,
                "not allowed any more",
                null,
                null,
                RunTotals.NONE,
                null,
                null));
    }

    public SampleRun skipped() {
        return add(new RunEvent.RunSkipped(
                run, session, agent, next(), AT, "Digest", trigger, AT, null, actingFor, EndReason.OVERLAP, "overlap"));
    }

    private SampleRun add(RunEvent.Known event) {
        journal.add(event);
        return this;
    }

    private long next() {
        return journal.size() + 1L;
    }
}
