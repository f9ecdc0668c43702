package dev.nightshift.runner.runbook;

import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.StepStatus;
import dev.nightshift.runner.journal.JournaledStep.ToolStep;
import dev.nightshift.runner.model.ChatModel;
import dev.nightshift.runner.text.BoundedText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the blocks printed, for people. */
@Decision
record RunbookReport(List<Block> blocks, List<ToolStep> steps) {
    private static final int WHOLE = 48_000;
    private static final int ONE = 4000;
    private static final int ERROR = 1000;
    private static final int LAST_LINE = 120;

    /** Each block that ran with what it printed, shortened so that the whole stays below 50,000 characters. */
    String text() {
        List<ToolStep> ran = ran();
        StringBuilder text = new StringBuilder(opening()).append('\n');
        int each = Math.min(ONE, WHOLE / Math.max(1, ran.size()));
        for (int i = 0; i < ran.size(); i++) {
            String printed = BoundedText.shorten(each, ran.get(i).result().strip());
            text.append('\n')
                    .append(name(i))
                    .append(printed.isEmpty() ? " printed nothing." : " printed:\n" + printed)
                    .append('\n');
        }
        return text.toString();
    }

    /** The same, and of a block that did not complete how it ended and what it printed until then. */
    String soFar() {
        return steps.isEmpty() || steps.getLast().status() == StepStatus.COMPLETED
                ? text()
                : text() + "\n" + ending(Math.min(ONE, WHOLE / steps.size())) + "\n";
    }

    /** How many ran, and the last line each of them printed. */
    String summary() {
        String lines = ran().stream()
                .map(step -> lastLine(step.result()))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("; "));
        String opening = opening();
        return lines.isEmpty()
                ? opening
                : BoundedText.line(
                        ChatModel.LONGEST_SUMMARY, opening.substring(0, opening.length() - 1) + ": " + lines);
    }

    /** Which block failed, how, and what it printed, shortened. */
    String failure() {
        return ending(ERROR);
    }

    private String ending(int chars) {
        int last = steps.size() - 1;
        String result = BoundedText.shorten(chars, steps.get(last).result().strip());
        return name(last)
                + switch (steps.get(last).status()) {
                    case REFUSED -> " was refused: " + result;
                    case INTERRUPTED -> " was interrupted" + printed(result);
                    case RUNNING -> " had not ended" + printed(result);
                    case FAILED, COMPLETED -> " failed" + printed(result);
                };
    }

    private static String printed(String result) {
        return result.isEmpty() ? "." : ". It printed:\n" + result;
    }

    private String opening() {
        int ran = ran().size();
        String verb = ran == 1 ? " block ran." : " blocks ran.";
        return ran == blocks.size() ? ran + verb : ran + " of " + blocks.size() + " blocks ran.";
    }

    private List<ToolStep> ran() {
        return steps.stream()
                .filter(step -> step.status() == StepStatus.COMPLETED)
                .toList();
    }

    private String name(int index) {
        return "Block " + (index + 1) + " ("
                + blocks.get(index).language().name().toLowerCase(Locale.ROOT) + ")";
    }

    private static String lastLine(String printed) {
        String[] lines = printed.strip().split("\n");
        return BoundedText.line(LAST_LINE, lines[lines.length - 1]);
    }
}
