package dev.nightshift.runner.model;

import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.DueRunEvent.ChatMessage;
import dev.nightshift.contracts.DueRunEvent.RunDue;
import dev.nightshift.contracts.Trigger;
import dev.nightshift.runner.journal.JournaledStep;
import dev.nightshift.runner.journal.JournaledStep.ToolStep;
import java.util.ArrayList;
import java.util.List;

/** Everything a model may know: the agent's instructions, what is asked now, what was said before, and the journal. */
@Decision
public record Conversation(RunDue due, List<PastRun> history, List<JournaledStep> steps) {
    /** How much of a chat is replayed, newest first kept: runs, and characters of them all. */
    public static final int PAST_RUNS = 20;

    private static final int PAST_CHARACTERS = 60_000;

    public Conversation {
        history = bounded(history);
        steps = List.copyOf(steps);
    }

    public boolean isChat() {
        return due.trigger() == Trigger.CHAT;
    }

    public String instructions() {
        return due.definition().instructions();
    }

    /** What the person, or the schedule, asks of this run. */
    public String question() {
        return question(due);
    }

    /** The same for any run. */
    public static String question(RunDue due) {
        if (due.trigger() == Trigger.CHAT) {
            return String.join(
                    "\n\n", due.messages().stream().map(ChatMessage::text).toList());
        }
        if (due.task() != null && !due.task().isBlank()) {
            return due.task();
        }
        return due.scheduledFor() == null
                ? "This is a run that somebody started by hand. Follow your instructions."
                : "This is the scheduled run of " + due.scheduledFor() + ". Follow your instructions.";
    }

    public List<ToolStep> toolSteps() {
        return steps.stream()
                .filter(ToolStep.class::isInstance)
                .map(ToolStep.class::cast)
                .toList();
    }

    private static List<PastRun> bounded(List<PastRun> history) {
        List<PastRun> kept = new ArrayList<>();
        int size = 0;
        for (PastRun past : history.reversed()) {
            size += past.size();
            if (kept.size() == PAST_RUNS || size > PAST_CHARACTERS) {
                break;
            }
            kept.addFirst(past);
        }
        return List.copyOf(kept);
    }
}
