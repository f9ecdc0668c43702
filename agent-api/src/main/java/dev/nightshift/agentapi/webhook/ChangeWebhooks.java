package dev.nightshift.agentapi.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.audit.Act;
import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.AuditLog;
import dev.nightshift.agentapi.webhook.Webhook.Wanted;
import dev.nightshift.agentapi.webhook.Webhooks.Owner;
import dev.nightshift.agentapi.webhook.Webhooks.SealedSecret;
import dev.nightshift.contracts.Uuids;
import dev.nightshift.service.idempotency.Answer;
import dev.nightshift.service.idempotency.Once;
import dev.nightshift.service.idempotency.Repeatable;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What owners do with their webhooks. Every change is in the audit log; of the address only the host. */
@ApplicationScoped
class ChangeWebhooks {
    private static final int MOST = 20;

    private final Once once;
    private final Webhooks webhooks;
    private final ShownOnce shownOnce;
    private final AuditLog audit;
    private final ReadWebhook read;

    ChangeWebhooks(Once once, Webhooks webhooks, ShownOnce shownOnce, AuditLog audit, WebhookSettings settings) {
        this.once = once;
        this.webhooks = webhooks;
        this.shownOnce = shownOnce;
        this.audit = audit;
        this.read = new ReadWebhook(settings.allowPrivate());
    }

    ReadWebhook read() {
        return read;
    }

    /** Who does it: the caller, for its rights, and the actor, for the audit log. */
    record By(MemberCaller caller, Actor actor) {
        Owner owner() {
            return new Owner(caller.memberId(), caller.admin());
        }
    }

    /** Answers 201 with the secret; 409 when the member has as many webhooks as are allowed. */
    Uni<Answer> create(Repeatable call, By by, Wanted wanted) {
        return once.run(
                        call,
                        transaction -> webhooks.count(transaction, by.caller().memberId())
                                .invoke(ChangeWebhooks::refuseMore)
                                .chain(count -> insert(transaction, by, wanted)))
                .map(shownOnce::open);
    }

    private Uni<Answer> insert(SqlConnection transaction, By by, Wanted wanted) {
        UUID id = Uuids.v7();
        String secret = shownOnce.fresh(id);
        return webhooks.insert(transaction, wanted, by.owner(), new SealedSecret(id, secret))
                .call(webhook -> audit.write(transaction, by.actor(), act("webhook.created", webhook)))
                .map(webhook -> ShownOnce.answer(201, webhook));
    }

    /** The webhook after a merge patch; who changes it decides anew whether it sees what admins see. */
    Uni<Webhook> patch(By by, UUID id, @Nullable JsonNode body) {
        return webhooks.transaction(transaction -> own(webhooks.lock(transaction, id), by.caller())
                .map(webhook -> read.patch(webhook, body))
                .chain(patched -> webhooks.update(transaction, id, by.caller().admin(), patched))
                .call(webhook -> audit.write(transaction, by.actor(), act("webhook.changed", webhook))));
    }

    /** A new secret; for a day the old one signs too, so that the receiver can be changed meanwhile. */
    Uni<Answer> rotate(Repeatable call, By by, UUID id) {
        return once.run(
                        call,
                        transaction -> own(webhooks.lock(transaction, id), by.caller())
                                .chain(webhook ->
                                        webhooks.rotate(transaction, new SealedSecret(id, shownOnce.fresh(id))))
                                .call(webhook ->
                                        audit.write(transaction, by.actor(), act("webhook.secret_rotated", webhook)))
                                .map(webhook -> ShownOnce.answer(200, webhook)))
                .map(shownOnce::open);
    }

    Uni<Void> delete(By by, UUID id) {
        return webhooks.transaction(transaction -> own(webhooks.lock(transaction, id), by.caller())
                .call(webhook -> webhooks.delete(transaction, id))
                .call(webhook -> audit.write(transaction, by.actor(), act("webhook.deleted", webhook)))
                .replaceWithVoid());
    }

    /** Others' webhooks do not exist, for admins neither: their addresses are as good as passwords. */
    static Uni<Webhook> own(Uni<Optional<Webhook>> found, MemberCaller caller) {
        return found.map(webhook -> webhook.filter(w -> w.owner().equals(caller.memberId()))
                .orElseThrow(() -> Problem.notFound("webhook")));
    }

    private static void refuseMore(long count) {
        if (count >= MOST) {
            throw Problem.conflict("You have " + count + " webhooks; more than " + MOST + " are not possible.");
        }
    }

    private static Act act(String action, Webhook webhook) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("host", WebhookUrl.parse(webhook.wanted().url()).host());
        detail.put("events", String.join(",", webhook.wanted().events()));
        detail.put("state", webhook.state().wire());
        return Act.done(
                action,
                new Act.Target(
                        "webhook", webhook.id().toString(), webhook.wanted().name()),
                detail);
    }
}
