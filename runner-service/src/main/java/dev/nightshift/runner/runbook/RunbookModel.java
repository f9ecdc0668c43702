package dev.nightshift.runner.runbook;

import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.StepStatus;
import dev.nightshift.contracts.ToolCall;
import dev.nightshift.runner.journal.JournaledStep.ToolStep;
import dev.nightshift.runner.model.ChatModel;
import dev.nightshift.runner.model.Conversation;
import dev.nightshift.runner.model.ModelReply;
import dev.nightshift.runner.model.ModelReply.Answer;
import dev.nightshift.runner.model.ModelReply.GaveUp;
import dev.nightshift.runner.model.ModelRequest;
import dev.nightshift.runner.tool.SearchHits;
import dev.nightshift.runner.tool.WorkspaceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Answers with one block after the other as tool calls. It knows nothing but the conversation, so it walks the same
 * durable loop as any model and goes on after a restart where the journal ends.
 */
@Decision
final class RunbookModel implements ChatModel {
    private static final String NOTHING_TO_RUN =
            "There is nothing to run: no fenced block of bash, python, write," + " search or read stands in the %s.";

    @Override
    public ModelReply answer(ModelRequest request) {
        Conversation conversation = request.conversation();
        List<Block> blocks = blocks(conversation);
        List<ToolStep> steps = conversation.toolSteps();
        RunbookReport report = new RunbookReport(blocks, steps);
        if (blocks.isEmpty()) {
            return said(NOTHING_TO_RUN.formatted(conversation.isChat() ? "message" : "instructions"));
        }
        if (!request.withTools()) {
            return said(report.text());
        }
        if (!steps.isEmpty() && steps.getLast().status() != StepStatus.COMPLETED) {
            return new GaveUp(EndReason.TOOL_ERROR, report.failure(), report.soFar());
        }
        return steps.size() == blocks.size() ? said(report.text()) : next(blocks, steps);
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public List<WorkspaceFile> files(Conversation conversation) {
        List<WorkspaceFile> files = new ArrayList<>();
        String task = conversation.due().task();
        if (task != null && !conversation.isChat()) {
            files.add(new WorkspaceFile("task.txt", task));
        }
        int block = 0;
        for (ToolStep step : conversation.toolSteps()) {
            block++;
            if (step.status() == StepStatus.COMPLETED) {
                files.add(new WorkspaceFile("outputs/" + block + ".txt", step.result()));
            }
        }
        return files;
    }

    @Override
    public String summary(Conversation conversation, String output) {
        List<Block> blocks = blocks(conversation);
        return blocks.isEmpty() ? output : new RunbookReport(blocks, conversation.toolSteps()).summary();
    }

    @Override
    public String lastWords(Conversation conversation) {
        return new RunbookReport(blocks(conversation), conversation.toolSteps()).soFar();
    }

    private static List<Block> blocks(Conversation conversation) {
        return Runbook.blocks(conversation.isChat() ? conversation.question() : conversation.instructions());
    }

    private static ModelReply next(List<Block> blocks, List<ToolStep> steps) {
        int number = steps.size() + 1;
        Block block = blocks.get(number - 1);
        String callId = "block-" + number;
        if (!block.readsFirst()) {
            return asks(block, number, blocks.size(), block.call(callId));
        }
        Optional<String> best = SearchHits.best(steps.stream()
                .filter(step -> step.tool().equals("search_documents"))
                .map(ToolStep::result)
                .toList());
        return best.isPresent()
                ? asks(block, number, blocks.size(), block.read(callId, best.get()))
                : new GaveUp(
                        EndReason.TOOL_ERROR,
                        "Block " + number + " (read) wants the first hit, but no search before it found a document.",
                        new RunbookReport(blocks, steps).text());
    }

    private static Answer asks(Block block, int number, int of, ToolCall call) {
        String name = block.language().name().toLowerCase(Locale.ROOT);
        return new Answer("Block " + number + " of " + of + " (" + name + ")", List.of(call), 0, 0);
    }

    private static Answer said(String text) {
        return new Answer(text, List.of(), 0, 0);
    }
}
