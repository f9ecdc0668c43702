package dev.nightshift.agentapi.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.agent.AgentRights;
import dev.nightshift.agentapi.agent.AgentRights.Action;
import dev.nightshift.agentapi.agent.AgentRights.Verdict;
import dev.nightshift.agentapi.agent.Agents;
import dev.nightshift.agentapi.audit.CurrentActor;
import dev.nightshift.agentapi.webhook.ChangeWebhooks.By;
import dev.nightshift.agentapi.webhook.Webhook.Wanted;
import dev.nightshift.contracts.Uuids;
import dev.nightshift.service.idempotency.Answer;
import dev.nightshift.service.idempotency.Repeatable;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.listing.Page;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import dev.nightshift.service.token.CurrentCaller;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A member's webhooks. */
@Path("/api/webhooks")
@RolesAllowed("member")
@OnlyKnownParameters
@Tag(name = "webhooks")
class WebhooksResource {
    private final CurrentCaller caller;
    private final CurrentActor actor;
    private final Agents agents;
    private final Webhooks webhooks;
    private final ChangeWebhooks change;

    WebhooksResource(
            CurrentCaller caller, CurrentActor actor, Agents agents, Webhooks webhooks, ChangeWebhooks change) {
        this.caller = caller;
        this.actor = actor;
        this.agents = agents;
        this.webhooks = webhooks;
        this.change = change;
    }

    @GET
    @Operation(summary = "The caller's webhooks, newest first", operationId = "listWebhooks")
    public Uni<Page<WebhookView>> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return webhooks.list(caller.member().memberId(), page)
                .map(found -> Page.of(
                                found,
                                page,
                                webhook -> new PageRequest.Position(webhook.createdAt(), webhook.id()).cursor())
                        .map(WebhookView::of));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a webhook; its signing secret is shown once", operationId = "createWebhook")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = WebhookRequest.Create.class)))
    @APIResponse(
            responseCode = "201",
            description = "Made, with its secret",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "400", description = "Faults of the input, all at once")
    @APIResponse(responseCode = "409", description = "The caller has as many webhooks as are allowed")
    public Uni<Response> create(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable JsonNode body) {
        By by = by();
        Wanted wanted = change.read().create(body);
        Repeatable call = new Repeatable(by.caller().memberId(), "/api/webhooks", key, body);
        return checkAgent(by.caller(), wanted)
                .chain(() -> change.create(call, by, wanted))
                .map(Answer::response);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One webhook", operationId = "getWebhook")
    @APIResponse(
            responseCode = "200",
            description = "The webhook",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "404", description = "No such webhook of the caller's")
    public Uni<WebhookView> get(@RestPath String id) {
        return ChangeWebhooks.own(webhooks.byId(id(id)), caller.member()).map(WebhookView::of);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Change, pause or resume a webhook (JSON merge patch)", operationId = "patchWebhook")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = WebhookRequest.Patch.class)))
    @APIResponse(
            responseCode = "200",
            description = "The webhook after the change",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "400", description = "Faults of the input, all at once")
    @APIResponse(responseCode = "404", description = "No such webhook of the caller's")
    public Uni<WebhookView> patch(@RestPath String id, @Nullable JsonNode body) {
        return change.patch(by(), id(id), body).map(WebhookView::of);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete a webhook and its delivery log", operationId = "deleteWebhook")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", description = "No such webhook of the caller's")
    public Uni<Void> delete(@RestPath String id) {
        return change.delete(by(), id(id));
    }

    private By by() {
        return new By(caller.member(), actor.get());
    }

    private Uni<Void> checkAgent(MemberCaller member, Wanted wanted) {
        if (wanted.agentId() == null) {
            return Uni.createFrom().voidItem();
        }
        return agents.byId(wanted.agentId())
                .map(found -> found.map(Agents.Found::agent)
                        .filter(agent -> AgentRights.judge(member, agent, Action.SEE_ALL) == Verdict.ALLOWED)
                        .orElseThrow(() -> Problem.invalid("agentId", "is no agent whose runs you may see")))
                .replaceWithVoid();
    }

    static UUID id(String text) {
        try {
            return Uuids.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("webhook");
        }
    }
}
