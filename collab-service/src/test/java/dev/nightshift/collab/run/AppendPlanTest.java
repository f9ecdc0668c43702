package dev.nightshift.collab.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nightshift.collab.SampleRun;
import dev.nightshift.collab.log.NewEvent;
import dev.nightshift.collab.queue.QueuedMessage;
import dev.nightshift.collab.session.SessionRun;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.DueRunEvent.ChatMessage;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.RunEvent;
import dev.nightshift.contracts.RunEvent.UnknownRunEvent;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.RunStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AppendPlanTest {
    private static final Author ADA = SampleRun.somebody("Ada");
    private final SampleRun run =
            SampleRun.of(ADA).queued().started().tool("one").completed();

    @Test
    void appendsAWholeRunInOrder() {
        AppendPlan plan = plan(Map.of(), null, run.journal());
        assertEquals(
                List.of("run.queued", "run.started", "tool.started", "tool.completed", "run.completed"), types(plan));
        assertEquals(List.of(at(5, RunStatus.COMPLETED, false)), plan.runs());
        assertTrue(plan.someRunEnded());
    }

    @Test
    void isActiveUntilTheRunEnds() {
        AppendPlan begun = plan(Map.of(), null, run.journal().subList(0, 2));
        assertEquals(run.run, begun.activeRun());
        AppendPlan ended = plan(
                Map.of(run.run, at(2, RunStatus.RUNNING, false)),
                run.run,
                run.journal().subList(2, 5));
        assertEquals(null, ended.activeRun());
    }

    @Test
    void dropsWhatIsKnown() {
        AppendPlan plan = plan(Map.of(run.run, at(3, RunStatus.RUNNING, false)), run.run, run.journal());
        assertEquals(List.of("tool.completed", "run.completed"), types(plan));
    }

    @Test
    void changesNothingWhereAllIsKnown() {
        AppendPlan plan = plan(Map.of(run.run, at(5, RunStatus.COMPLETED, false)), null, run.journal());
        assertTrue(plan.changesNothing());
        assertEquals(List.of(), plan.events());
    }

    @Test
    void dropsARepeatWithinOneBatch() {
        List<RunEvent.Known> twice =
                Stream.concat(run.journal().stream(), run.journal().stream()).toList();
        assertEquals(5, plan(Map.of(), null, twice).events().size());
    }

    @Test
    void holdsWhatComesBehindAGap() {
        List<RunEvent.Known> gap = List.of(
                run.journal().get(0), run.journal().get(2), run.journal().get(3));
        AppendPlan plan = plan(Map.of(), null, gap);
        assertEquals(List.of("run.queued"), types(plan));
        assertEquals(List.of(3L, 4L), plan.holds().stream().map(JournalEntry::n).toList());
        assertEquals(List.of(at(1, RunStatus.PENDING, true)), plan.runs());
    }

    @Test
    void holdsMoreBehindTheSameGap() {
        AppendPlan plan = plan(
                Map.of(run.run, at(1, RunStatus.PENDING, true)),
                run.run,
                run.journal().subList(4, 5));
        assertEquals(List.of(5L), plan.holds().stream().map(JournalEntry::n).toList());
        assertFalse(plan.changesNothing());
    }

    @Test
    void goesOnWithHeldEntriesOnceTheGapIsClosed() {
        AppendPlan plan = plan(
                Map.of(run.run, at(1, RunStatus.PENDING, true)),
                run.run,
                List.of(
                        run.journal().get(2),
                        run.journal().get(3),
                        run.journal().get(1)));
        assertEquals(List.of("run.started", "tool.started", "tool.completed"), types(plan));
        assertEquals(List.of(at(4, RunStatus.RUNNING, false)), plan.runs());
        assertEquals(List.of(), plan.holds());
    }

    @Test
    void countsAnUnknownTypeWithoutAppendingIt() {
        var value = Json.mapper().createObjectNode();
        value.put("type", "run.dreamt").put("runId", run.run.toString());
        value.put("sessionId", run.session.toString())
                .put("agentId", run.agent.toString())
                .put("n", 2);
        JournalEntry unknown =
                JournalEntry.of(new UnknownRunEvent("run.dreamt", value)).orElseThrow();
        AppendPlan plan = AppendPlan.of(new JournalState(
                Map.of(run.run, at(1, RunStatus.PENDING, false)), List.of(unknown), List.of(), run.run));
        assertEquals(List.of(), plan.events());
        assertEquals(List.of(at(2, RunStatus.PENDING, false)), plan.runs());
    }

    @Test
    void aSkippedBackgroundRunAddsNothing() {
        AppendPlan plan = plan(Map.of(), null, SampleRun.of(ADA).skipped().journal());
        assertEquals(List.of(), plan.events());
        assertEquals(null, plan.activeRun());
    }

    @Test
    void aMessageLeavesTheQueueWhenItIsTaken() {
        QueuedMessage message = message(run.run);
        ChatMessage handed = new ChatMessage(
                message.messageId(), message.clientId(), message.author(), message.text(), message.postedAt());
        SampleRun chat = SampleRun.chat(run.run, run.session, ADA)
                .queued()
                .taken(handed)
                .started()
                .completed();
        AppendPlan plan = plan(Map.of(), run.run, chat.journal(), message);
        assertEquals(List.of("run.queued", "message.posted", "run.started", "run.completed"), types(plan));
        assertEquals(Set.of(message.messageId()), plan.taken());
        assertEquals(ADA, plan.events().get(1).author());
    }

    @Test
    void aRunThatEndsWithoutItsMessageTakesItAlong() {
        QueuedMessage its = message(run.run);
        QueuedMessage later = message(null);
        SampleRun chat = SampleRun.chat(run.run, run.session, ADA).queued().failed();
        AppendPlan plan = plan(Map.of(), run.run, chat.journal(), its, later);
        assertEquals(List.of("run.queued", "message.posted", "run.failed"), types(plan));
        assertEquals(Set.of(its.messageId()), plan.taken());
    }

    @Test
    void aSkippedChatRunSaysWhyNobodyAnswers() {
        QueuedMessage its = message(run.run);
        SampleRun chat = SampleRun.chat(run.run, run.session, ADA).skipped();
        AppendPlan plan = plan(Map.of(), run.run, chat.journal(), its);
        assertEquals(List.of("message.posted", "run.cancelled"), types(plan));
        assertFalse(plan.taken().isEmpty());
    }

    private AppendPlan plan(
            Map<RunId, SessionRun> runs, RunId active, List<RunEvent.Known> events, QueuedMessage... waiting) {
        List<JournalEntry> entries =
                events.stream().map(e -> JournalEntry.of(e).orElseThrow()).toList();
        return AppendPlan.of(new JournalState(runs, entries, List.of(waiting), active));
    }

    private SessionRun at(long n, RunStatus status, boolean held) {
        return new SessionRun(run.run, run.session, run.agent, n, status, held);
    }

    private static QueuedMessage message(RunId run) {
        UUID id = UUID.randomUUID();
        return new QueuedMessage(id, "c-" + id, ADA, "hello", SampleRun.AT, run);
    }

    private static List<String> types(AppendPlan plan) {
        return plan.events().stream().map(NewEvent::type).toList();
    }
}
