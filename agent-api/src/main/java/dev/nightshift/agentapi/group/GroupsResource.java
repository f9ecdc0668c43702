package dev.nightshift.agentapi.group;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.CurrentActor;
import dev.nightshift.service.idempotency.Answer;
import dev.nightshift.service.idempotency.Repeatable;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.listing.Page;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.token.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** All groups: names for everybody, and all else for admins. */
@Path("/api/groups")
@OnlyKnownParameters
@Tag(name = "groups")
class GroupsResource {
    private final CurrentCaller caller;
    private final CurrentActor actor;
    private final Groups groups;
    private final ChangeGroup change;

    GroupsResource(CurrentCaller caller, CurrentActor actor, Groups groups, ChangeGroup change) {
        this.caller = caller;
        this.actor = actor;
        this.groups = groups;
        this.change = change;
    }

    @GET
    @RolesAllowed("member")
    @Operation(summary = "Groups whose name contains the text, newest first", operationId = "listGroups")
    public Uni<Page<GroupView>> list(
            @QueryParam("q") @Nullable String text,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        boolean admin = caller.member().admin();
        PageRequest page = PageRequest.of(limit, cursor);
        return groups.list(text, page)
                .map(found -> Page.of(found, page, GroupsResource::cursor))
                .map(found -> admin ? found : found.map(GroupView::forMembers));
    }

    @POST
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a group (admins)", operationId = "createGroup")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = GroupInput.Body.class)))
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GroupView.class)))
    @APIResponse(responseCode = "409", description = "The name is taken")
    public Uni<Response> create(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable JsonNode body) {
        Actor by = actor.get();
        String name = GroupInput.name(body);
        Repeatable call = new Repeatable(caller.member().memberId(), "/api/groups", key, body);
        return change.create(call, name, by).map(Answer::response);
    }

    private static String cursor(GroupView last) {
        return new PageRequest.Position(Objects.requireNonNull(last.createdAt()), last.id()).cursor();
    }
}
