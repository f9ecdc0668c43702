package dev.nightshift.agentapi.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.agentapi.token.PlatformTokens;
import dev.nightshift.agentapi.upstream.OtherService;
import dev.nightshift.agentapi.upstream.ServiceCalls;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.service.token.Caller.MemberCaller;
import dev.nightshift.service.token.Caller.ServiceCaller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Sessions as collab-service has them. */
@ApplicationScoped
class CollabSessions {
    private static final ServiceCaller SELF = new ServiceCaller("agent-api");

    private final PlatformTokens tokens;
    private final ServiceCalls services;

    CollabSessions(PlatformTokens tokens, ServiceCalls services) {
        this.tokens = tokens;
        this.services = services;
    }

    /** Makes a chat; twice is once. */
    Uni<Void> make(SessionId session, MemberCaller member, AgentId agent) {
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
}
