package dev.nightshift.runner.journal;

import dev.nightshift.contracts.EndReason;
import dev.nightshift.runner.text.BoundedText;
import org.jspecify.annotations.Nullable;

/** How a worker ends its run. Sentences are for people. */
public sealed interface Ending {
    EndReason reason();

    /** The run did its work, or used up its tool calls. */
    record Completed(EndReason reason, String summary, String output) implements Ending {}

    /** The run could not do its work; {@code output} is what it had to say until then. */
    record Failed(EndReason reason, String error, @Nullable String output) implements Ending {
        public Failed {
            error = BoundedText.clean(error);
        }
    }
}
