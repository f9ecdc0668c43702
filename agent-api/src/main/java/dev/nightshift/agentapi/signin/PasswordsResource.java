package dev.nightshift.agentapi.signin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.CurrentActor;
import dev.nightshift.agentapi.member.NewPassword;
import dev.nightshift.agentapi.settings.AuthMode;
import dev.nightshift.service.json.Fields;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.token.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The own password. */
@Path("/api/me/password")
@RolesAllowed("member")
@OnlyKnownParameters
@Tag(name = "identity")
class PasswordsResource {
    private static final int LONGEST = 1024;

    private final CurrentCaller caller;
    private final CurrentActor actor;
    private final OwnPassword password;
    private final AuthMode mode;

    PasswordsResource(CurrentCaller caller, CurrentActor actor, OwnPassword password, AuthMode mode) {
        this.caller = caller;
        this.actor = actor;
        this.password = password;
        this.mode = mode;
    }

    @Schema(name = "PasswordChange")
    record PasswordChange(
            @Schema(required = true) String currentPassword,

            @Schema(required = true, minLength = 8, maxLength = 1024)
            String newPassword) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change the own password; ends all other sessions", operationId = "changeOwnPassword")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PasswordChange.class)))
    @APIResponse(responseCode = "204", description = "Changed")
    @APIResponse(responseCode = "400", description = "The current password is wrong, or the new one cannot be used")
    @APIResponse(responseCode = "429", description = "The current password was wrong too often")
    public Uni<Void> change(@Nullable JsonNode body) {
        mode.requireAccounts();
        Actor by = actor.get();
        Fields fields = Fields.of(body);
        String current = fields.requiredText("currentPassword", LONGEST, "the account's password");
        String wanted = NewPassword.read(fields, "newPassword");
        fields.rejectOthers();
        fields.throwIfInvalid();
        return password.change(caller.member(), Objects.requireNonNull(current), Objects.requireNonNull(wanted), by);
    }
}
