package dev.nightshift.agentapi.accesstoken;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.accesstoken.CreateAccessToken.Created;
import dev.nightshift.agentapi.accesstoken.CreateAccessToken.Maker;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.Uuids;
import dev.nightshift.service.idempotency.Repeatable;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.listing.Page;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A member's own access tokens, for scripts and command lines. */
@Path("/api/tokens")
@RolesAllowed("member")
@OnlyKnownParameters
@Tag(name = "identity")
class AccessTokensResource {
    private static final String PATH = "/api/tokens";

    private final CurrentMaker maker;
    private final AccessTokens tokens;
    private final CreateAccessToken create;
    private final RevokeAccessToken revoke;

    AccessTokensResource(CurrentMaker maker, AccessTokens tokens, CreateAccessToken create, RevokeAccessToken revoke) {
        this.maker = maker;
        this.tokens = tokens;
        this.create = create;
        this.revoke = revoke;
    }

    /** What may be sent; {@code scopes} absent: those of the caller. */
    @Schema(name = "NewAccessToken")
    record CreateRequest(
            @Schema(required = true, maxLength = NewAccessToken.LONGEST_NAME, examples = "laptop")
            String name,

            @Nullable Instant expiresAt,

            @Schema(enumeration = {"read", "write", "admin"}) @Nullable List<String> scopes) {}

    @Schema(name = "AccessTokenPatch")
    record PatchRequest(
            @Schema(required = true, maxLength = NewAccessToken.LONGEST_NAME)
            String name) {}

    @GET
    @Operation(summary = "The caller's access tokens, newest first", operationId = "listTokens")
    public Uni<Page<AccessToken>> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return tokens.list(me(), page)
                .map(found -> Page.of(
                        found, page, token -> new PageRequest.Position(token.createdAt(), token.id()).cursor()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make an access token; its text is in this answer only", operationId = "createToken")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CreateRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Created.class)))
    @APIResponse(responseCode = "400", description = "Invalid input")
    @APIResponse(responseCode = "403", description = "The token would reach further than the caller's own")
    @APIResponse(responseCode = "409", description = "One too many, or the Idempotency-Key had another body")
    public Uni<Response> create(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable JsonNode body) {
        Maker by = maker.get();
        NewAccessToken asked = NewAccessToken.read(body, by.own(), Instant.now());
        return create.create(new Repeatable(by.member(), PATH, key, body), by, asked)
                .map(created -> Response.status(Response.Status.CREATED)
                        .header("Location", PATH + "/" + created.id())
                        .header("Cache-Control", "no-store")
                        .entity(created)
                        .build());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of the caller's access tokens", operationId = "getToken")
    @APIResponse(
            responseCode = "200",
            description = "The token, without its text",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AccessToken.class)))
    @APIResponse(responseCode = "404", description = "No such token of the caller")
    public Uni<AccessToken> get(@RestPath String id) {
        return tokens.one(me(), id(id)).map(found -> found.orElseThrow(() -> Problem.notFound("access token")));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Rename an access token", operationId = "patchToken")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PatchRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The token after the change",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AccessToken.class)))
    @APIResponse(responseCode = "404", description = "No such token of the caller")
    public Uni<AccessToken> patch(@RestPath String id, @Nullable JsonNode body) {
        return revoke.rename(
                me(), id(id), NewAccessToken.readName(body), maker.get().actor());
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Revoke an access token", operationId = "deleteToken")
    @APIResponse(responseCode = "204", description = "Revoked")
    @APIResponse(responseCode = "404", description = "No such token of the caller")
    public Uni<Void> delete(@RestPath String id) {
        return revoke.revoke(me(), id(id), maker.get().actor());
    }

    private MemberId me() {
        return maker.get().member();
    }

    private static UUID id(String text) {
        try {
            return Uuids.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("access token");
        }
    }
}
