package dev.nightshift.agentapi.signin;

import dev.nightshift.agentapi.member.Member;
import dev.nightshift.agentapi.member.Members;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who am I. */
@Path("/api/me")
@RolesAllowed("member")
@Tag(name = "identity")
class MeResource {
    private final CurrentCaller caller;
    private final Members members;

    MeResource(CurrentCaller caller, Members members) {
        this.caller = caller;
        this.members = members;
    }

    /** The signed-in member. */
    @Schema(name = "Me")
    record Me(
            @Schema(required = true) UUID id,
            @Schema(required = true) String username,
            @Schema(required = true) String name,
            @Nullable String email,

            @Schema(
                    required = true,
                    enumeration = {"member", "admin"})
            String role,

            @Schema(
                    required = true,
                    enumeration = {"active", "disabled"})
            String state) {

        static Me of(Member member) {
            return new Me(member.id, member.username, member.name, member.email, member.role, member.state);
        }
    }

    @GET
    @Operation(summary = "The signed-in member", operationId = "getMe")
    public Uni<Me> get() {
        return members.byId(caller.member().memberId())
                .map(found -> found.map(Me::of).orElseThrow(Problem::unauthorized));
    }
}
