package dev.nightshift.agentapi.device;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.audit.CurrentActor;
import dev.nightshift.agentapi.device.DecideDevice.Decider;
import dev.nightshift.agentapi.signin.CurrentScopes;
import dev.nightshift.service.json.Fields;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The page where a member types the code that a command line shows. */
@Path("/api/me/device")
@RolesAllowed("member")
@OnlyKnownParameters
@Tag(name = "identity")
class OwnDevicesResource {
    private static final int LONGEST = 50;

    private final CurrentCaller caller;
    private final CurrentActor actor;
    private final CurrentScopes scopes;
    private final OpenDevice open;
    private final DecideDevice decide;

    OwnDevicesResource(
            CurrentCaller caller, CurrentActor actor, CurrentScopes scopes, OpenDevice open, DecideDevice decide) {
        this.caller = caller;
        this.actor = actor;
        this.scopes = scopes;
        this.open = open;
        this.decide = decide;
    }

    /** What asks to be signed in as the member. */
    @Schema(name = "Device")
    record Device(
            @Schema(required = true, examples = "nightshift-cli")
            String clientId,

            @Schema(
                    required = true,
                    enumeration = {"read", "write", "admin"})
            List<String> scopes,

            @Schema(required = true) Instant expiresAt) {}

    @Schema(name = "DeviceDecision")
    record DecisionRequest(
            @Schema(required = true, examples = "WDJB-MJHT") String userCode,

            @Schema(
                    required = true,
                    enumeration = {"approve", "deny"})
            String decision) {}

    private enum Decision {
        APPROVE,
        DENY;

        static Decision of(String label) {
            return switch (label) {
                case "approve" -> APPROVE;
                case "deny" -> DENY;
                default -> throw new IllegalArgumentException(label);
            };
        }
    }

    @GET
    @Operation(summary = "What waits behind a user code", operationId = "getDevice")
    @APIResponse(
            responseCode = "200",
            description = "The request",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Device.class)))
    @APIResponse(responseCode = "404", description = "No such code, or it has expired or been used")
    @APIResponse(responseCode = "429", description = "Too many codes that were none")
    public Uni<Device> get(@QueryParam("userCode") @Nullable String userCode) {
        if (userCode == null) {
            throw Problem.invalid("userCode", "is required, for example WDJB-MJHT");
        }
        return open.find(caller.member().memberId(), UserCode.typed(userCode))
                .map(request -> new Device(request.clientId(), request.scopes().labels(), request.expiresAt()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Allow a command line to act as the caller, or refuse it", operationId = "decideDevice")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = DecisionRequest.class)))
    @APIResponse(responseCode = "204", description = "Decided")
    @APIResponse(responseCode = "403", description = "It asks for more than what the caller has signed in with")
    @APIResponse(responseCode = "404", description = "No such code, or it has expired or been used")
    @APIResponse(responseCode = "409", description = "Decided already, or one access token too many")
    @APIResponse(responseCode = "429", description = "Too many codes that were none")
    public Uni<Void> decide(@Nullable JsonNode body) {
        Fields fields = Fields.of(body);
        Optional<UserCode> code = UserCode.typed(fields.requiredText("userCode", LONGEST, "WDJB-MJHT"));
        Decision decision = fields.choice("decision", Decision::of, "approve, deny");
        if (decision == null && fields.isValid()) {
            fields.fail("decision", "must be one of approve, deny");
        }
        fields.rejectOthers();
        fields.throwIfInvalid();
        Decider decider = new Decider(caller.member().memberId(), scopes.get(), actor.get());
        return decision == Decision.APPROVE ? decide.approve(decider, code) : decide.deny(decider, code);
    }
}
