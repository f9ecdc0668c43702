package dev.nightshift.agentapi.group;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.audit.CurrentActor;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.listing.Page;
import dev.nightshift.service.listing.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** One group and who is in it, for admins. */
@Path("/api/groups/{id}")
@RolesAllowed("admin")
@OnlyKnownParameters
@Tag(name = "groups")
class GroupResource {
    private final CurrentActor actor;
    private final Groups groups;
    private final ChangeGroup change;
    private final GroupMembers members;

    GroupResource(CurrentActor actor, Groups groups, ChangeGroup change, GroupMembers members) {
        this.actor = actor;
        this.groups = groups;
        this.change = change;
        this.members = members;
    }

    @GET
    @Operation(summary = "One group (admins)", operationId = "getGroup")
    @APIResponse(
            responseCode = "200",
            description = "The group",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GroupView.class)))
    @APIResponse(responseCode = "404", description = "There is no such group")
    public Uni<GroupView> get(@RestPath String id) {
        return groups.byId(GroupInput.id(id, "group"));
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Rename a group (admins)", operationId = "patchGroup")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = GroupInput.Body.class)))
    @APIResponse(
            responseCode = "200",
            description = "The group after the change",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GroupView.class)))
    @APIResponse(responseCode = "409", description = "The name is taken, or the group is the provider's")
    public Uni<GroupView> patch(@RestPath String id, @Nullable JsonNode body) {
        return change.rename(GroupInput.id(id, "group"), GroupInput.name(body), actor.get());
    }

    @DELETE
    @Operation(summary = "Delete a group (admins)", operationId = "deleteGroup")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "409", description = "The group is the provider's")
    public Uni<Void> delete(@RestPath String id) {
        return change.delete(GroupInput.id(id, "group"), actor.get());
    }

    @GET
    @Path("/members")
    @Operation(summary = "Who is in the group, whoever came last first (admins)", operationId = "listGroupMembers")
    public Uni<Page<GroupMembers.GroupMember>> members(
            @RestPath String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return members.list(GroupInput.id(id, "group"), page)
                .map(found ->
                        Page.of(found, page, last -> new PageRequest.Position(last.addedAt(), last.id()).cursor()));
    }

    @PUT
    @Path("/members/{memberId}")
    @Operation(summary = "Take a member into the group (admins)", operationId = "addGroupMember")
    @APIResponse(responseCode = "204", description = "Is in the group")
    @APIResponse(responseCode = "404", description = "There is no such group or member")
    @APIResponse(responseCode = "409", description = "The group is the provider's")
    public Uni<Void> add(@RestPath String id, @RestPath String memberId) {
        return members.add(GroupInput.id(id, "group"), GroupInput.id(memberId, "member"), actor.get());
    }

    @DELETE
    @Path("/members/{memberId}")
    @Operation(summary = "Take a member out of the group (admins)", operationId = "removeGroupMember")
    @APIResponse(responseCode = "204", description = "Is not in the group any more")
    @APIResponse(responseCode = "404", description = "There is no such group, or the member is not in it")
    @APIResponse(responseCode = "409", description = "The group is the provider's")
    public Uni<Void> remove(@RestPath String id, @RestPath String memberId) {
        return members.remove(GroupInput.id(id, "group"), GroupInput.id(memberId, "member"), actor.get());
    }
}
