package dev.nightshift.collab.queue;

import dev.nightshift.collab.agent.AgentDirectory;
import dev.nightshift.collab.agent.KnownAgent;
import dev.nightshift.collab.session.Session;
import dev.nightshift.collab.session.Sessions;
import dev.nightshift.contracts.AgentDefinition;
import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.contracts.Uuids;
import dev.nightshift.contracts.Visibility;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Takes a new message in, unless its agent cannot be talked to or too many wait. */
@ApplicationScoped
class AcceptMessage {
    private static final int MAX_WAITING = 200;
    private static final int RETRY_AFTER_SECONDS = 10;

    private final Sessions sessions;
    private final Messages messages;
    private final AgentDirectory agents;
    private final StartNextRun nextRun;

    AcceptMessage(Sessions sessions, Messages messages, AgentDirectory agents, StartNextRun nextRun) {
        this.sessions = sessions;
        this.messages = messages;
        this.agents = agents;
        this.nextRun = nextRun;
    }

    /** {@code session} must be locked. */
    Uni<UUID> into(SqlClient tx, Session session, Speaker speaker, NewMessage message) {
        UUID id = Uuids.v7();
        return agents.find(tx, session.agentId())
                .invoke(agent -> agent.ifPresent(known -> refuseWhereItCannotBeTalkedTo(known, speaker)))
                .chain(() -> refuseWhereTooManyWait(tx, session.id()))
                .chain(() -> messages.insert(tx, session.id(), id, speaker.author(), message))
                .chain(postedAt -> nextRun.ifIdle(tx, session).chain(after -> sessions.advance(tx, after, postedAt)))
                .replaceWith(id);
    }

    private static void refuseWhereItCannotBeTalkedTo(KnownAgent agent, Speaker speaker) {
        if (agent.state() == AgentState.DELETED) {
            throw Problem.conflict("The agent has been deleted.");
        }
        if (agent.state() == AgentState.STOPPED) {
            throw Problem.conflict("The agent is stopped. Start it to talk to it.");
        }
        AgentDefinition definition = agent.definition();
        if (definition != null && isHiddenFrom(speaker, definition)) {
            throw Problem.forbidden("The agent has become private.");
        }
    }

    private static boolean isHiddenFrom(Speaker speaker, AgentDefinition agent) {
        Author owner = agent.owner();
        boolean own = owner != null && owner.memberId().equals(speaker.author().memberId());
        return agent.visibility() == Visibility.PRIVATE && !own && !speaker.admin();
    }

    private Uni<Void> refuseWhereTooManyWait(SqlClient tx, SessionId session) {
        return messages.countWaiting(tx, session)
                .invoke(waiting -> {
                    if (waiting >= MAX_WAITING) {
                        throw Problem.tooManyRequests(
                                MAX_WAITING + " messages wait in this session. Post again when some are taken.",
                                RETRY_AFTER_SECONDS);
                    }
                })
                .replaceWithVoid();
    }
}
