package dev.nightshift.agentapi.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.agentapi.agent.AgentRights.Action;
import dev.nightshift.agentapi.agent.Agents;
import dev.nightshift.agentapi.agent.Allowed;
import dev.nightshift.agentapi.session.ChatsResource.OpenedSession;
import dev.nightshift.agentapi.token.PlatformTokens;
import dev.nightshift.agentapi.upstream.OtherService;
import dev.nightshift.agentapi.upstream.ServiceCalls;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.service.idempotency.Answer;
import dev.nightshift.service.idempotency.Once;
import dev.nightshift.service.idempotency.Repeatable;
import dev.nightshift.service.token.Caller.MemberCaller;
import dev.nightshift.service.token.Caller.ServiceCaller;
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
    private static final ServiceCaller SELF = new ServiceCaller("agent-api");

    private final Once once;
    private final Agents agents;
    private final Chats chats;
    private final PlatformTokens tokens;
    private final ServiceCalls services;

    OpenChat(Once once, Agents agents, Chats chats, PlatformTokens tokens, ServiceCalls services) {
        this.once = once;
        this.agents = agents;
        this.chats = chats;
        this.tokens = tokens;
        this.services = services;
    }

    /** 201 with the session's id; 404 where the member does not see the agent, 503 while collab-service is away. */
    Uni<Answer> open(Repeatable call, MemberCaller member, AgentId agent) {
        return once.run(
                        call,
                        () -> agents.byId(agent).map(found -> Allowed.check(found, member, Action.CHAT)),
                        (transaction, found) -> note(transaction, member, agent))
                .call(answer -> finish(session(answer), member, agent));
    }

    private Uni<Void> finish(SessionId session, MemberCaller member, AgentId agent) {
        return chats.isMade(session)
                .chain(made -> made
                        ? Uni.createFrom().voidItem()
                        : make(session, member, agent).chain(() -> chats.made(session)));
    }

    private Uni<Answer> note(SqlConnection transaction, MemberCaller member, AgentId agent) {
        SessionId session = SessionId.next();
        return chats.add(transaction, session, agent, member.memberId())
                .replaceWith(() -> Answer.of(
                        201, new OpenedSession(session.value()), Map.of("Location", "/api/sessions/" + session)));
    }

    private Uni<Void> make(SessionId session, MemberCaller member, AgentId agent) {
        ObjectNode body = Json.mapper()
                .createObjectNode()
                .put("agentId", agent.toString())
                .put("kind", "chat");
        body.putObject("owner").put("memberId", member.memberId().toString()).put("name", member.name());
        return tokens.sign(SELF)
                .chain(signed ->
                        services.put(OtherService.COLLAB, "/internal/sessions/" + session, signed.bearer(), body))
                .invoke(reply -> {
                    if (reply.status() >= 300) {
                        throw new IllegalStateException("collab-service answered " + reply.status());
                    }
                })
                .replaceWithVoid();
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
