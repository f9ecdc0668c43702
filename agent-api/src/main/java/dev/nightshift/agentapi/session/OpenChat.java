package dev.nightshift.agentapi.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.nightshift.agentapi.agent.AgentRights.Action;
import dev.nightshift.agentapi.agent.Agents;
import dev.nightshift.agentapi.agent.Allowed;
import dev.nightshift.agentapi.emergency.EmergencyStop;
import dev.nightshift.agentapi.session.ChatsResource.OpenedSession;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.service.idempotency.Answer;
import dev.nightshift.service.idempotency.Once;
import dev.nightshift.service.idempotency.Repeatable;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * Opens a chat: noted here first, then made in collab-service, which takes the same session twice. A repeat under the
 * same key therefore finishes what a lost answer left half done, and asks nobody about what was finished.
 */
@ApplicationScoped
class OpenChat {
    private final Once once;
    private final Agents agents;
    private final Chats chats;
    private final CollabSessions collab;
    private final EmergencyStop emergency;

    OpenChat(Once once, Agents agents, Chats chats, CollabSessions collab, EmergencyStop emergency) {
        this.once = once;
        this.agents = agents;
        this.chats = chats;
        this.collab = collab;
        this.emergency = emergency;
    }

    /**
     * 201 with the session's id; 404 where the member does not see the agent, 409 while
     * everything is stopped, 503 while collab-service is away.
     */
    Uni<Answer> open(Repeatable call, MemberCaller member, AgentId agent) {
        return once.run(
                        call,
                        () -> agents.byId(agent)
                                .map(found -> Allowed.check(found, member, Action.CHAT))
                                .call(found -> emergency.refuseWhileInForce()),
                        (transaction, found) -> note(transaction, member, agent))
                .call(answer -> finish(session(answer), member, agent));
    }

    private Uni<Void> finish(SessionId session, MemberCaller member, AgentId agent) {
        return chats.isMade(session)
                .chain(made -> made
                        ? Uni.createFrom().voidItem()
                        : collab.make(session, member, agent).chain(() -> chats.made(session)));
    }

    private Uni<Answer> note(SqlConnection transaction, MemberCaller member, AgentId agent) {
        SessionId session = SessionId.next();
        return chats.add(transaction, session, agent, member.memberId())
                .replaceWith(() -> Answer.of(
                        201, new OpenedSession(session.value()), Map.of("Location", "/api/sessions/" + session)));
    }

    private static SessionId session(Answer answer) {
        try {
            return new SessionId(
                    Json.mapper().readValue(answer.body(), OpenedSession.class).sessionId());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept answer cannot be read", e);
        }
    }
}
