package dev.nightshift.collab.queue;

import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.DueRunEvent.ChatMessage;
import dev.nightshift.contracts.RunId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message that no run has taken yet; {@code runId} is the run that it was handed to, if any. */
public record QueuedMessage(
        UUID messageId,
        String clientId,
        Author author,
        String text,
        Instant postedAt,
        @Nullable RunId runId) {

    ChatMessage forRun() {
        return new ChatMessage(messageId, clientId, author, text, postedAt);
    }
}
