package dev.nightshift.collab.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.collab.log.NewEvent;
import dev.nightshift.collab.queue.QueuedMessage;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.RunEvent;
import dev.nightshift.contracts.RunEvent.Known;
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
import dev.nightshift.contracts.RunEvent.UnknownRunEvent;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of a run's journal says in the session's log. The data is all that the entry holds beyond what stands
 * beside it in the event; totals lie flat in it.
 */
@Decision
final class SessionEvents {
    private static final String MESSAGE_POSTED = "message.posted";
    private static final List<String> BESIDE_THE_DATA = List.of("runId", "sessionId", "agentId", "n", "at", "author");

    private SessionEvents() {}

    /**
     * Empty for what adds nothing: an unknown type, and a due run of an agent that was skipped. A chat run that was
     * skipped is said to be cancelled, since somebody waits for its answer.
     */
    static Optional<NewEvent> of(RunEvent event) {
        return switch (event) {
            case RunQueued e -> Optional.of(withAgent(event("run.queued", e, null), e));
            case MessageTaken e -> Optional.of(event(MESSAGE_POSTED, e, e.author()));
            case RunStarted e -> Optional.of(event("run.started", e, null));
            case ModelAnswered e -> Optional.of(event("model.answered", e, null));
            case ToolStarted e -> Optional.of(event("tool.started", e, null));
            case ToolCompleted e -> Optional.of(event("tool.completed", e, null));
            case RunCompleted e -> Optional.of(event("run.completed", e, null));
            case RunFailed e -> Optional.of(event("run.failed", e, null));
            case RunCancelled e -> Optional.of(event("run.cancelled", e, null));
            case RunSkipped e ->
                e.trigger() == Trigger.CHAT ? Optional.of(event("run.cancelled", e, null)) : Optional.empty();
            case UnknownRunEvent e -> Optional.empty();
        };
    }

    /** A message whose run ended without having taken it: it stands in the log before the run's end. */
    static NewEvent untaken(QueuedMessage message, RunId run, Instant at) {
        ObjectNode data = Json.mapper().createObjectNode();
        data.put("messageId", message.messageId().toString());
        data.put("clientId", message.clientId());
        data.put("text", message.text());
        return new NewEvent(run + ":" + message.messageId(), MESSAGE_POSTED, at, run, message.author(), data);
    }

    private static NewEvent event(String type, Known entry, @Nullable Author author) {
        return new NewEvent(entry.id(), type, entry.at(), entry.runId(), author, data(entry));
    }

    private static ObjectNode data(Known entry) {
        ObjectNode data = Json.mapper().valueToTree(entry);
        data.remove(BESIDE_THE_DATA);
        if (data.remove("totals") instanceof ObjectNode totals) {
            data.setAll(totals);
        }
        return data;
    }

    private static NewEvent withAgent(NewEvent event, RunQueued queued) {
        ((ObjectNode) event.data()).put("agentId", queued.agentId().toString());
        return event;
    }
}
