package dev.nightshift.collab.queue;

import dev.nightshift.collab.session.Session;
import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.AgentDefinition;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.DueRunEvent.RunDue;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.contracts.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The run that waiting messages start: the oldest ones, all by one person, as whom it acts. Its id follows from the
 * session and the first message, so that deciding twice is deciding once.
 */
@Decision
record NextRun(List<QueuedMessage> messages) {
    /** Keeps the due record, which carries the agent's definition too, below the size of a record. */
    private static final int MAX_CHARACTERS = 64 * 1024;

    NextRun {
        messages = List.copyOf(messages);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("a run needs a message");
        }
    }

    /** {@code waiting}: oldest first, at least one. */
    static NextRun of(List<QueuedMessage> waiting) {
        Author author = waiting.getFirst().author();
        List<QueuedMessage> taken = new ArrayList<>();
        int characters = 0;
        for (QueuedMessage message : waiting) {
            characters += message.text().length();
            boolean sameAuthor = message.author().memberId().equals(author.memberId());
            if (!sameAuthor || (!taken.isEmpty() && characters > MAX_CHARACTERS)) {
                break;
            }
            taken.add(message);
        }
        return new NextRun(taken);
    }

    RunId runId(SessionId session) {
        return RunId.ofMessage(session, messages.getFirst().messageId());
    }

    RunDue due(Session session, AgentDefinition agent, Instant now) {
        Author speaker = messages.getFirst().author();
        return new RunDue(
                runId(session.id()),
                session.id(),
                session.agentId(),
                Trigger.CHAT,
                null,
                now,
                null,
                null,
                messages.stream().map(QueuedMessage::forRun).toList(),
                ActingFor.member(speaker.memberId(), speaker.name()),
                ChatDefinition.of(agent));
    }
}
