package dev.nightshift.agentapi.member;

import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.listing.Page;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.problem.FieldError;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Finding somebody to share with; for admins, everybody there is. */
@Path("/api/members")
@RolesAllowed("member")
@OnlyKnownParameters
@Tag(name = "members")
class MembersResource {
    private static final Set<String> ROLES = Set.of("member", "admin");
    private static final Set<String> STATES = Set.of("active", "disabled");

    private final CurrentCaller caller;
    private final FindMembers find;

    MembersResource(CurrentCaller caller, FindMembers find) {
        this.caller = caller;
        this.find = find;
    }

    @GET
    @Operation(
            summary = "Members whose name contains the text, newest first; admins see all fields and filter by them",
            operationId = "findMembers")
    public Uni<Page<MemberView>> find(
            @QueryParam("q") @Nullable String text,
            @Schema(enumeration = {"member", "admin"}) @QueryParam("role") @Nullable String role,
            @Schema(enumeration = {"active", "disabled"}) @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        boolean admin = caller.member().admin();
        if (!admin && (role != null || state != null)) {
            throw Problem.forbidden("Only admins may filter by role or state.");
        }
        List<FieldError> errors = new ArrayList<>();
        oneOf("role", role, ROLES, errors);
        oneOf("state", state, STATES, errors);
        PageRequest page = PageRequest.of(limit, cursor, errors);
        FindMembers.Filter filter = new FindMembers.Filter(text, admin, role, admin ? state : "active");
        return find.find(filter, page)
                .map(found -> Page.of(found, page, MembersResource::cursor))
                .map(found -> admin ? found : found.map(MemberView::forMembers));
    }

    private static void oneOf(String parameter, @Nullable String value, Set<String> allowed, List<FieldError> errors) {
        if (value != null && !allowed.contains(value)) {
            errors.add(new FieldError(
                    parameter,
                    "must be one of "
                            + String.join(", ", allowed.stream().sorted().toList())));
        }
    }

    private static String cursor(MemberView last) {
        Instant at = Objects.requireNonNull(last.createdAt());
        return new PageRequest.Position(at, last.id()).cursor();
    }
}
