package dev.nightshift.runner.model;

import dev.nightshift.runner.journal.JournaledStep.ModelStep;
import dev.nightshift.runner.text.BoundedText;
import dev.nightshift.runner.tool.WorkspaceFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model under the name the installation gave it. */
public interface ChatModel {
    int LONGEST_SUMMARY = 300;

    /**
     * The next answer. Blocks; an interrupt cancels the call. Throws {@link ModelFailure} once trying again makes no
     * sense, and {@code OutOfTime} at the request's deadline.
     */
    ModelReply answer(ModelRequest request);

    /**
     * Whether answering reaches nothing outside and repeats exactly, so that the journal need not be committed before
     * it is asked.
     */
    default boolean isRepeatable() {
        return false;
    }

    /** Files that the platform keeps in the workspace for the tools of this conversation, as it stands now. */
    default List<WorkspaceFile> files(Conversation conversation) {
        return List.of();
    }

    /** What there is to say of a run that ends before its last answer; null if there is nothing. */
    default @Nullable String lastWords(Conversation conversation) {
        return conversation.steps().stream()
                .filter(step ->
                        step instanceof ModelStep answer && !answer.text().isBlank())
                .map(step -> ((ModelStep) step).text())
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** What the run did in one to three sentences, at most {@value #LONGEST_SUMMARY} characters. */
    default String summary(Conversation conversation, String output) {
        String line = BoundedText.line(LONGEST_SUMMARY, output);
        return line.isEmpty() ? "The model gave no answer." : line;
    }
}
