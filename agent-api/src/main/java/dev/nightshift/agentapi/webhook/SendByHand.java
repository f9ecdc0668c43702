package dev.nightshift.agentapi.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.nightshift.agentapi.webhook.Delivery.Cause;
import dev.nightshift.agentapi.webhook.Delivery.Outcome;
import dev.nightshift.contracts.Uuids;
import dev.nightshift.service.idempotency.Answer;
import dev.nightshift.service.idempotency.Once;
import dev.nightshift.service.idempotency.Repeatable;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** Messages that the owner of a webhook has sent by hand: a test, and an earlier one again. Each is tried once. */
@ApplicationScoped
class SendByHand {
    private static final int MOST_WAITING = 10;
    private static final int WAIT_SECONDS = 10;

    private final Once once;
    private final Webhooks webhooks;
    private final DeliveryLog log;
    private final DeliverWebhooks deliver;
    private final InstantSource clock = InstantSource.system();

    SendByHand(Once once, Webhooks webhooks, DeliveryLog log, DeliverWebhooks deliver) {
        this.once = once;
        this.webhooks = webhooks;
        this.log = log;
        this.deliver = deliver;
    }

    Uni<Webhook> own(MemberCaller caller, UUID id) {
        return ChangeWebhooks.own(webhooks.byId(id), caller);
    }

    Uni<Answer> test(Repeatable call, MemberCaller caller, UUID id) {
        return once.run(
                        call,
                        transaction -> ChangeWebhooks.own(webhooks.lock(transaction, id), caller)
                                .chain(webhook -> queue(transaction, testOf(webhook))))
                .invoke(deliver::nudge);
    }

    Uni<Answer> again(Repeatable call, MemberCaller caller, UUID id, UUID delivery) {
        return once.run(
                        call,
                        transaction -> ChangeWebhooks.own(webhooks.lock(transaction, id), caller)
                                .chain(webhook -> log.one(id, delivery))
                                .map(found -> found.orElseThrow(() -> Problem.notFound("delivery")))
                                .chain(first -> queue(
                                        transaction,
                                        of(
                                                id,
                                                Cause.REDELIVERY,
                                                first.message(),
                                                first.eventNumber(),
                                                clock.instant()))))
                .invoke(deliver::nudge);
    }

    private Uni<Answer> queue(SqlConnection transaction, Delivery delivery) {
        return log.waiting(transaction, delivery.webhook())
                .invoke(waiting -> {
                    if (waiting >= MOST_WAITING) {
                        throw Problem.tooManyRequests("As many messages wait to be sent already.", WAIT_SECONDS);
                    }
                })
                .chain(() -> log.add(transaction, delivery))
                .map(added -> Answer.of(202, DeliveryView.of(added.orElseThrow())));
    }

    private Delivery testOf(Webhook webhook) {
        Instant now = clock.instant();
        String text = "This is a test of the webhook " + webhook.wanted().name() + ".";
        Message message = Message.of(
                "test:" + Uuids.v7(),
                "webhook_test",
                now,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("webhookId", webhook.id().toString())
                        .put("text", text));
        return of(webhook.id(), Cause.TEST, message, null, now);
    }

    private static Delivery of(
            UUID webhook, Cause cause, Message message, @org.jspecify.annotations.Nullable Long number, Instant now) {
        Outcome none = new Outcome("pending", null, null, null, null);
        return new Delivery(Uuids.v7(), webhook, cause, message, number, 0, none, now, null, now);
    }
}
