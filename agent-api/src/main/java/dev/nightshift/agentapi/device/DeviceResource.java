package dev.nightshift.agentapi.device;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.nightshift.agentapi.signin.Scope;
import dev.nightshift.agentapi.signin.Scopes;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The device authorization grant (RFC 8628), for command lines. */
@Path("/auth/device")
@PermitAll
@Tag(name = "identity")
class DeviceResource {
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Scopes USUAL = new Scopes(EnumSet.of(Scope.READ, Scope.WRITE));
    private static final int LONGEST_CODE = 200;

    private final AskForCodes codes;
    private final PollForToken poll;
    private final Optional<URI> publicUrl;

    DeviceResource(
            AskForCodes codes,
            PollForToken poll,
            @ConfigProperty(name = "nightshift.public-url") Optional<URI> publicUrl) {
        this.codes = codes;
        this.poll = poll;
        this.publicUrl = publicUrl;
    }

    /** Times in seconds, as the RFC has them. */
    @Schema(name = "DeviceCodes")
    record Codes(
            @JsonProperty("device_code") @Schema(required = true)
            String deviceCode,

            @JsonProperty("user_code") @Schema(required = true, examples = "WDJB-MJHT")
            String userCode,

            @JsonProperty("verification_uri") @Schema(required = true)
            String verificationUri,

            @JsonProperty("verification_uri_complete") @Schema(required = true)
            String verificationUriComplete,

            @JsonProperty("expires_in") @Schema(required = true)
            long expiresIn,

            @Schema(required = true) long interval) {}

    /** The access token that was waited for. */
    @Schema(name = "DeviceToken")
    record Token(
            @JsonProperty("access_token") @Schema(required = true)
            String accessToken,

            @JsonProperty("token_type") @Schema(required = true, examples = "Bearer")
            String tokenType,

            @JsonProperty("expires_in") @Schema(required = true)
            long expiresIn,

            @Schema(required = true, examples = "read write")
            String scope) {}

    @POST
    @Path("/code")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Codes for signing in a command line (RFC 8628)", operationId = "askForDeviceCodes")
    @APIResponse(
            responseCode = "200",
            description = "The codes",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Codes.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid_request, invalid_client or invalid_scope",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OAuthError.class)))
    public Uni<Response> code(
            @RestForm("client_id") @Nullable String clientId,
            @RestForm("scope") @Nullable String scope,
            @Context HttpServerRequest request) {
        if (clientId == null || !CLIENT.matcher(clientId).matches()) {
            return error("invalid_client", "client_id must be a name of 1 to 64 letters, digits, dots and hyphens");
        }
        Scopes scopes;
        try {
            scopes = scope == null || scope.isBlank()
                    ? USUAL
                    : Scopes.of(List.of(scope.strip().split(" +")));
        } catch (IllegalArgumentException e) {
            return error(
                    "invalid_scope",
                    "scope must be some of " + Scope.NAMES + ", separated by spaces; read or write at least");
        }
        String page = page(request);
        return codes.ask(clientId, scopes, address(request))
                .map(made -> secret(new Codes(
                        made.deviceCode(),
                        made.userCode().shown(),
                        page,
                        page + "?userCode=" + made.userCode().shown(),
                        codes.lifeSeconds(),
                        made.interval().toSeconds())));
    }

    @POST
    @Path("/token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "The access token, once the code is approved (RFC 8628)", operationId = "pollForDeviceToken")
    @APIResponse(
            responseCode = "200",
            description = "Approved; the token is given once",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Token.class)))
    @APIResponse(
            responseCode = "400",
            description = "authorization_pending, slow_down, access_denied, expired_token, invalid_grant, "
                    + "invalid_request or unsupported_grant_type",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OAuthError.class)))
    public Uni<Response> token(
            @RestForm("grant_type") @Nullable String grantType,
            @RestForm("device_code") @Nullable String deviceCode,
            @RestForm("client_id") @Nullable String clientId,
            @Context HttpServerRequest request) {
        if (grantType == null || deviceCode == null || clientId == null || deviceCode.length() > LONGEST_CODE) {
            return error("invalid_request", "grant_type, device_code and client_id are required");
        }
        if (!grantType.equals(GRANT)) {
            return error("unsupported_grant_type", "grant_type must be " + GRANT);
        }
        if (clientId.indexOf('\0') >= 0) {
            return error("invalid_grant", null);
        }
        return poll.poll(deviceCode, clientId, address(request)).map(DeviceResource::answer);
    }

    private static Response answer(Polled polled) {
        return switch (polled) {
            case Polled.Given given ->
                secret(new Token(
                        given.token(),
                        "Bearer",
                        given.life().toSeconds(),
                        String.join(" ", given.scopes().labels())));
            case Polled.Refused refused ->
                body(
                        Response.status(Response.Status.BAD_REQUEST),
                        new OAuthError(refused.answer().code(), null));
        };
    }

    private String page(HttpServerRequest request) {
        String origin = publicUrl
                .map(url -> url.toString().replaceAll("/+$", ""))
                .orElseGet(() -> request.scheme() + "://" + request.authority());
        return origin + "/device";
    }

    private static @Nullable String address(HttpServerRequest request) {
        return request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
    }

    private static Uni<Response> error(String code, @Nullable String description) {
        return Uni.createFrom()
                .item(body(Response.status(Response.Status.BAD_REQUEST), new OAuthError(code, description)));
    }

    private static Response secret(Object answer) {
        return body(Response.ok(), answer);
    }

    private static Response body(Response.ResponseBuilder response, Object answer) {
        return response.type(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .entity(answer)
                .build();
    }
}
