package dev.nightshift.agentapi.webhook;

import dev.nightshift.agentapi.audit.CurrentActor;
import dev.nightshift.agentapi.body.OptionalBody;
import dev.nightshift.agentapi.webhook.ChangeWebhooks.By;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A webhook's secret, its delivery log, and sending by hand. */
@Path("/api/webhooks/{id}")
@RolesAllowed("member")
@OnlyKnownParameters
@Tag(name = "webhooks")
class WebhookDeliveriesResource {
    private final CurrentCaller caller;
    private final CurrentActor actor;
    private final ChangeWebhooks change;
    private final SendByHand send;
    private final DeliveryLog log;

    WebhookDeliveriesResource(
            CurrentCaller caller, CurrentActor actor, ChangeWebhooks change, SendByHand send, DeliveryLog log) {
        this.caller = caller;
        this.actor = actor;
        this.change = change;
        this.send = send;
        this.log = log;
    }

    @POST
    @Path("/rotate-secret")
    @Operation(
            summary = "Make a new signing secret, shown once; the old one signs too for 24 hours",
            operationId = "rotateWebhookSecret")
    @APIResponse(
            responseCode = "200",
            description = "The webhook, with its new secret",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "404", description = "No such webhook of the caller's")
    public Uni<Response> rotate(
            @RestPath String id, @HeaderParam("Idempotency-Key") @Nullable String key, byte @Nullable [] body) {
        By by = new By(caller.member(), actor.get());
        UUID webhook = WebhooksResource.id(id);
        return change.rotate(call(by.caller(), webhook, "/rotate-secret", key, body), by, webhook)
                .map(Answer::response);
    }

    @POST
    @Path("/test")
    @Operation(summary = "Send a message of the type webhook_test, once", operationId = "testWebhook")
    @APIResponse(
            responseCode = "202",
            description = "It will be sent; see the delivery log",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DeliveryView.class)))
    @APIResponse(responseCode = "404", description = "No such webhook of the caller's")
    @APIResponse(responseCode = "429", description = "As many messages as are allowed wait already")
    public Uni<Response> test(
            @RestPath String id, @HeaderParam("Idempotency-Key") @Nullable String key, byte @Nullable [] body) {
        MemberCaller member = caller.member();
        UUID webhook = WebhooksResource.id(id);
        return send.test(call(member, webhook, "/test", key, body), member, webhook)
                .map(Answer::response);
    }

    @GET
    @Path("/deliveries")
    @Operation(summary = "What was sent in the last 30 days, newest first", operationId = "listWebhookDeliveries")
    @APIResponse(responseCode = "404", description = "No such webhook of the caller's")
    @APIResponse(responseCode = "200", description = "A page")
    public Uni<Page<DeliveryView>> deliveries(
            @RestPath String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return send.own(caller.member(), WebhooksResource.id(id))
                .chain(webhook -> log.list(webhook.id(), page))
                .map(found -> Page.of(
                                found,
                                page,
                                delivery -> new PageRequest.Position(delivery.createdAt(), delivery.id()).cursor())
                        .map(DeliveryView::of));
    }

    @POST
    @Path("/deliveries/{deliveryId}/redeliver")
    @Operation(
            summary = "Send a message again, once, as far as it is kept and still visible to the webhook's owner",
            operationId = "redeliverWebhookDelivery")
    @APIResponse(
            responseCode = "202",
            description = "It will be sent; a line of its own in the delivery log",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DeliveryView.class)))
    @APIResponse(responseCode = "404", description = "No such webhook or delivery of the caller's")
    @APIResponse(responseCode = "429", description = "As many messages as are allowed wait already")
    public Uni<Response> redeliver(
            @RestPath String id,
            @RestPath String deliveryId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            byte @Nullable [] body) {
        MemberCaller member = caller.member();
        UUID webhook = WebhooksResource.id(id);
        UUID delivery = deliveryId(deliveryId);
        Repeatable call = call(member, webhook, "/deliveries/" + delivery + "/redeliver", key, body);
        return send.again(call, member, webhook, delivery).map(Answer::response);
    }

    private static Repeatable call(
            MemberCaller member, UUID webhook, String path, @Nullable String key, byte @Nullable [] body) {
        OptionalBody.of(body).rejectAll();
        return new Repeatable(member.memberId(), "/api/webhooks/" + webhook + path, key, null);
    }

    private static UUID deliveryId(String text) {
        try {
            return Uuids.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("delivery");
        }
    }
}
