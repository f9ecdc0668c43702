package dev.nightshift.collab.queue;

import dev.nightshift.collab.agent.AgentDirectory;
import dev.nightshift.collab.agent.KnownAgent;
import dev.nightshift.collab.session.Session;
import dev.nightshift.collab.session.SessionRun;
import dev.nightshift.collab.session.SessionRuns;
import dev.nightshift.contracts.AgentDefinition;
import dev.nightshift.contracts.DueRunEvent;
import dev.nightshift.contracts.DueRunEvent.RunDue;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.Topics;
import dev.nightshift.service.publish.PublishedRow;
import dev.nightshift.service.publish.PublishedRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Makes the next run of a session due where none is active and messages wait. A message that was accepted is run with
 * the agent's last known definition even if the agent has been stopped since: whoever issues the run's token decides,
 * and the log then says why it ended. Where nothing is known of the agent yet, the messages wait until it is.
 */
@ApplicationScoped
public class StartNextRun {
    private final Messages messages;
    private final AgentDirectory agents;
    private final SessionRuns runs;

    StartNextRun(Messages messages, AgentDirectory agents, SessionRuns runs) {
        this.messages = messages;
        this.agents = agents;
        this.runs = runs;
    }

    /** The session with its new active run, or as it was. {@code session} must be locked; its row is not written. */
    public Uni<Session> ifIdle(SqlClient transaction, Session session) {
        if (session.activeRun() != null) {
            return Uni.createFrom().item(session);
        }
        return messages.waiting(transaction, session.id())
                .chain(waiting -> waiting.isEmpty()
                        ? Uni.createFrom().item(session)
                        : agents.find(transaction, session.agentId())
                                .chain(agent -> start(transaction, session, waiting, agent)));
    }

    private Uni<Session> start(
            SqlClient transaction, Session session, List<QueuedMessage> waiting, Optional<KnownAgent> agent) {
        AgentDefinition definition = agent.map(KnownAgent::definition).orElse(null);
        if (definition == null) {
            return Uni.createFrom().item(session);
        }
        NextRun next = NextRun.of(waiting);
        RunId run = next.runId(session.id());
        return messages.handOver(transaction, next.messages(), run)
                .chain(now -> PublishedRows.insert(transaction, row(next.due(session, definition, now))))
                .chain(() -> runs.store(transaction, List.of(SessionRun.due(run, session.id(), session.agentId()))))
                .replaceWith(session.advanced(0, run));
    }

    private static PublishedRow row(RunDue due) {
        return PublishedRow.of(
                Topics.DUE_RUNS,
                due.agentId().toString(),
                due.runId() + ":due",
                DueRunEvent.CODEC,
                due,
                due.decidedAt());
    }
}
