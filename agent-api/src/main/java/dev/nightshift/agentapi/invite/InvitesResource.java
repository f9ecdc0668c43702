package dev.nightshift.agentapi.invite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.CurrentActor;
import dev.nightshift.service.idempotency.Repeatable;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.listing.Page;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.problem.FieldError;
import dev.nightshift.service.token.CurrentCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** All invites, for admins. */
@Path("/api/invites")
@RolesAllowed("admin")
@OnlyKnownParameters
@Tag(name = "invites")
class InvitesResource {
    private final CurrentCaller caller;
    private final CurrentActor actor;
    private final Invites invites;
    private final ChangeInvite change;
    private final InviteOrigin origin;

    InvitesResource(
            CurrentCaller caller, CurrentActor actor, Invites invites, ChangeInvite change, InviteOrigin origin) {
        this.caller = caller;
        this.actor = actor;
        this.invites = invites;
        this.change = change;
        this.origin = origin;
    }

    @GET
    @Operation(summary = "Invites, newest first (admins)", operationId = "listInvites")
    public Uni<Page<Invite>> list(
            @Schema(enumeration = {"open", "used", "expired", "revoked"}) @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor, faults(state));
        return invites.list(state, page)
                .map(found ->
                        Page.of(found, page, last -> new PageRequest.Position(last.createdAt(), last.id()).cursor()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Invite somebody: a link for one registration within 72 hours, shown once (admins)",
            operationId = "createInvite")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = NewInvite.Body.class)))
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Invite.class)))
    public Uni<Response> create(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable JsonNode body,
            @Context HttpServerRequest request) {
        Actor by = actor.get();
        NewInvite invite = NewInvite.read(body);
        Repeatable call = new Repeatable(caller.member().memberId(), "/api/invites", key, body);
        return change.create(call, invite, origin.of(request), by)
                .map(answer -> Response.fromResponse(answer.response())
                        .header("Cache-Control", "no-store")
                        .build());
    }

    private static List<FieldError> faults(@Nullable String state) {
        List<String> known =
                Arrays.stream(Invite.State.values()).map(Invite.State::label).toList();
        return state == null || known.contains(state)
                ? List.of()
                : List.of(new FieldError("state", "must be one of " + String.join(", ", known)));
    }
}
