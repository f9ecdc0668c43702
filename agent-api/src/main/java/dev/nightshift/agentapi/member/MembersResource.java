package dev.nightshift.agentapi.member;

import dev.nightshift.service.listing.Page;
import dev.nightshift.service.listing.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Finding somebody to share with. */
@Path("/api/members")
@RolesAllowed("member")
@Tag(name = "members")
class MembersResource {
    private final Members members;

    MembersResource(Members members) {
        this.members = members;
    }

    /** What everybody may know of everybody. */
    record MemberName(UUID id, String name) {}

    @GET
    @Operation(summary = "Members whose name contains the text", operationId = "findMembers")
    public Uni<Page<MemberName>> find(
            @QueryParam("q") @Nullable String text, @QueryParam("limit") @Nullable String limit) {
        PageRequest page = PageRequest.of(limit, null);
        return members.search(text == null ? "" : text, page.limit())
                .map(found -> Page.last(
                        found.stream().map(m -> new MemberName(m.id, m.name)).toList()));
    }
}
