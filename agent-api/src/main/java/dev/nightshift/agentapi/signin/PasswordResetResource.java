package dev.nightshift.agentapi.signin;

import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.CurrentActor;
import dev.nightshift.agentapi.body.OptionalBody;
import dev.nightshift.agentapi.member.ChangePassword;
import dev.nightshift.agentapi.settings.AuthMode;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** A new password for somebody who forgot the old one. */
@Path("/api/members/{id}/reset-password")
@RolesAllowed("admin")
@OnlyKnownParameters
@Tag(name = "members")
class PasswordResetResource {
    private final CurrentCaller caller;
    private final CurrentActor actor;
    private final ChangePassword change;
    private final AuthMode mode;

    PasswordResetResource(CurrentCaller caller, CurrentActor actor, ChangePassword change, AuthMode mode) {
        this.caller = caller;
        this.actor = actor;
        this.change = change;
        this.mode = mode;
    }

    /** Shown once: only its hash is stored. */
    @Schema(name = "NewPassword")
    record Reset(@Schema(required = true) String password) {
        @Override
        public String toString() {
            return "Reset";
        }
    }

    @POST
    @Operation(
            summary = "Give a member a new password, shown once; ends the member's sessions (admins)",
            operationId = "resetPassword")
    @APIResponse(
            responseCode = "200",
            description = "The new password",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Reset.class)))
    @APIResponse(responseCode = "404", description = "There is no such member")
    @APIResponse(responseCode = "409", description = "The own password is changed, not reset")
    public Uni<Response> reset(@RestPath String id, byte[] body) {
        mode.requireAccounts();
        OptionalBody.of(body).rejectAll();
        MemberId member = id(id);
        Actor by = actor.get();
        if (member.equals(caller.member().memberId())) {
            throw Problem.conflict("Change your own password with POST /api/me/password.");
        }
        return change.reset(member, by)
                .map(password -> Response.ok(new Reset(password))
                        .header("Cache-Control", "no-store")
                        .build());
    }

    private static MemberId id(String text) {
        try {
            return MemberId.of(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("member");
        }
    }
}
