package dev.nightshift.runner.runbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.StepStatus;
import dev.nightshift.contracts.ToolCall;
import dev.nightshift.runner.SampleRun;
import dev.nightshift.runner.journal.JournaledStep;
import dev.nightshift.runner.journal.JournaledStep.ToolStep;
import dev.nightshift.runner.model.Conversation;
import dev.nightshift.runner.model.ModelReply;
import dev.nightshift.runner.model.ModelReply.Answer;
import dev.nightshift.runner.model.ModelReply.GaveUp;
import dev.nightshift.runner.model.ModelRequest;
import dev.nightshift.runner.tool.WorkspaceFile;
import dev.nightshift.runner.waiting.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunbookModelTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
    private static final String TWO_BLOCKS = "```bash\necho a\n```\n```python\nprint('b')\n```\n";

    private final RunbookModel model = new RunbookModel();

    @Test
    void asksForTheFirstBlockThenForTheNext() {
        assertEquals(
                new Answer("Block 1 of 2 (bash)", List.of(call("block-1", "run_bash", "script", "echo a\n")), 0, 0),
                answer(SampleRun.of(TWO_BLOCKS)));
        assertEquals(
                new Answer(
                        "Block 2 of 2 (python)", List.of(call("block-2", "run_python", "code", "print('b')\n")), 0, 0),
                answer(SampleRun.of(TWO_BLOCKS), done("run_bash", "a\n")));
    }

    @Test
    void answersWithWhatEachBlockPrinted() {
        assertEquals(
                new Answer(
                        "2 blocks ran.\n\nBlock 1 (bash) printed:\na\n\nBlock 2 (python) printed nothing.\n",
                        List.of(),
                        0,
                        0),
                answer(SampleRun.of(TWO_BLOCKS), done("run_bash", "a\n"), done("run_python", "")));
    }

    @Test
    void stopsAtTheFirstFailingBlock() {
        GaveUp gaveUp =
                (GaveUp) answer(SampleRun.of(TWO_BLOCKS), step("run_bash", StepStatus.FAILED, "oops\nexit code 3"));
        assertEquals(EndReason.TOOL_ERROR, gaveUp.reason());
        assertEquals("Block 1 (bash) failed. It printed:\noops\nexit code 3", gaveUp.error());
        assertEquals("0 of 2 blocks ran.\n\nBlock 1 (bash) failed. It printed:\noops\nexit code 3\n", gaveUp.output());
    }

    @Test
    void saysThatABlockWasInterruptedOrRefused() {
        assertTrue(error(step("run_bash", StepStatus.INTERRUPTED, "x")).startsWith("Block 1 (bash) was interrupted."));
        assertTrue(error(step("run_bash", StepStatus.REFUSED, "x")).equals("Block 1 (bash) was refused: x"));
    }

    @Test
    void withoutToolsItAnswersWithWhatWasPrintedSoFar() {
        Conversation conversation = conversation(
                SampleRun.of(TWO_BLOCKS), done("run_bash", "a"), step("run_python", StepStatus.REFUSED, "limit"));
        assertEquals(
                new Answer("1 of 2 blocks ran.\n\nBlock 1 (bash) printed:\na\n", List.of(), 0, 0),
                model.answer(new ModelRequest(conversation, List.of(), false, Deadline.in(Duration.ZERO, CLOCK))));
    }

    @Test
    void itsLastWordsTellWhatEachBlockPrintedUntilTheEnd() {
        assertEquals(
                "1 of 2 blocks ran.\n\nBlock 1 (bash) printed:\na\n\nBlock 2 (python) was interrupted. It printed:\nb\n",
                model.lastWords(conversation(
                        SampleRun.of(TWO_BLOCKS),
                        done("run_bash", "a\n"),
                        step("run_python", StepStatus.INTERRUPTED, "b\n"))));
    }

    @Test
    void saysThatThereIsNothingToRun() {
        Answer answer = (Answer) answer(SampleRun.of("Just prose."));
        assertEquals(List.of(), answer.toolCalls());
        assertTrue(answer.text().contains("nothing to run"), answer.text());
    }

    @Test
    void aChatRunsTheMessageAndNotTheInstructions() {
        assertEquals(
                List.of(call("block-1", "run_bash", "script", "pwd\n")),
                ((Answer) answer(SampleRun.chat("please:\n```bash\npwd\n```"))).toolCalls());
        assertTrue(((Answer) answer(SampleRun.chat("hello"))).text().contains("in the message"));
    }

    @Test
    void readsTheBestHitOfAllSearchesSoFar() {
        String text = "```search\na\n```\n```search\nb\n```\n```read\nfirst\n```\n";
        String weak = "1 document found, best first.\n\n1. Weak\n   document 0001, score 1.5\n   > x\n";
        String strong = "1 document found, best first.\n\n1. Strong\n   document 0002, score 7.25\n   > x\n";
        assertEquals(
                List.of(call("block-3", "read_document", "documentId", "0002")),
                ((Answer) answer(SampleRun.of(text), done("search_documents", strong), done("search_documents", weak)))
                        .toolCalls());
    }

    @Test
    void cannotReadTheFirstHitOfNothing() {
        GaveUp gaveUp = (GaveUp) answer(SampleRun.of("```read\nfirst\n```\n"));
        assertEquals(EndReason.TOOL_ERROR, gaveUp.reason());
        assertTrue(gaveUp.error().contains("no search before it"), gaveUp.error());
    }

    @Test
    void keepsTheTaskAndEveryOutputAsFiles() {
        assertEquals(
                List.of(new WorkspaceFile("task.txt", "do it"), new WorkspaceFile("outputs/1.txt", "a\n")),
                model.files(conversation(SampleRun.of(TWO_BLOCKS).withTask("do it"), done("run_bash", "a\n"))));
    }

    @Test
    void summarisesWithTheLastLineOfEachBlock() {
        Conversation conversation =
                conversation(SampleRun.of(TWO_BLOCKS), done("run_bash", "x\nload 0.3\n"), done("run_python", "fine"));
        assertEquals("2 blocks ran: load 0.3; fine", model.summary(conversation, ""));
    }

    @Test
    void theSummaryOfManyBlocksIsBounded() {
        ToolStep[] steps = new ToolStep[100];
        java.util.Arrays.fill(steps, done("run_bash", "a line that is not short at all"));
        assertTrue(model.summary(conversation(SampleRun.of("```bash\na\n```\n".repeat(100)), steps), "")
                        .length()
                <= 300);
    }

    private String error(ToolStep step) {
        return ((GaveUp) answer(SampleRun.of(TWO_BLOCKS), step)).error();
    }

    private ModelReply answer(SampleRun run, ToolStep... steps) {
        return model.answer(
                new ModelRequest(conversation(run, steps), List.of(), true, Deadline.in(Duration.ofMinutes(1), CLOCK)));
    }

    private static Conversation conversation(SampleRun run, ToolStep... steps) {
        return new Conversation(run.due(), List.of(), new ArrayList<JournaledStep>(List.of(steps)));
    }

    private static ToolStep done(String tool, String result) {
        return step(tool, StepStatus.COMPLETED, result);
    }

    private static ToolStep step(String tool, StepStatus status, String result) {
        JsonNode none = JsonNodeFactory.instance.objectNode();
        return ToolStep.started(UUID.randomUUID(), 1, new ToolCall("c", tool, none), CLOCK.instant())
                .ended(status, result, CLOCK.instant(), true);
    }

    private static ToolCall call(String id, String tool, String argument, String value) {
        return new ToolCall(id, tool, JsonNodeFactory.instance.objectNode().put(argument, value));
    }
}
