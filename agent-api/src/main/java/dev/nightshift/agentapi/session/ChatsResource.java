package dev.nightshift.agentapi.session;

import dev.nightshift.agentapi.agent.Allowed;
import dev.nightshift.agentapi.body.OptionalBody;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.service.idempotency.Answer;
import dev.nightshift.service.idempotency.Repeatable;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.token.Caller.MemberCaller;
import dev.nightshift.service.token.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Opening a chat with an agent. */
@Path("/api/agents/{id}/sessions")
@RolesAllowed("member")
@OnlyKnownParameters
@Tag(name = "sessions")
class ChatsResource {
    private final CurrentCaller caller;
    private final OpenChat open;

    ChatsResource(CurrentCaller caller, OpenChat open) {
        this.caller = caller;
        this.open = open;
    }

    /** A chat that was opened. */
    @Schema(name = "OpenedSession")
    record OpenedSession(@Schema(required = true) UUID sessionId) {}

    @POST
    @Operation(summary = "Open a chat as the caller", operationId = "openChat")
    @APIResponse(
            responseCode = "201",
            description = "Opened",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OpenedSession.class)))
    public Uni<Response> open(
            @RestPath String id, @HeaderParam("Idempotency-Key") @Nullable String key, byte @Nullable [] body) {
        MemberCaller member = caller.member();
        AgentId agent = Allowed.id(id);
        OptionalBody sent = OptionalBody.of(body);
        sent.rejectAll();
        Repeatable call = new Repeatable(member.memberId(), "/api/agents/" + agent + "/sessions", key, sent.json());
        return open.open(call, member, agent).map(Answer::response);
    }
}
