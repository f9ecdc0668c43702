package dev.nightshift.agentapi.notification;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.agentapi.webhook.NotifyWebhook;
import dev.nightshift.agentapi.webhook.NotifyWebhook.Notification;
import dev.nightshift.agentapi.webhook.NotifyWebhook.Readers;
import dev.nightshift.contracts.MemberId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Decides who gets a notice, when its time has come: the owner of a user agent, if the run acted for the
 * owner, the admins for an org agent, as far as they are active. A notice becomes letters and messages in one transaction, so each of them is there once.
 */
@ApplicationScoped
class AddressNotices {
    private static final int BATCH = 50;
    private static final String RECIPIENTS = """
            select m.id, a.type = 'org' as organisation,
                coalesce(an.on_failure, mn.on_failure) as on_failure, coalesce(an.on_waiting, mn.on_waiting) as on_waiting,
                case when an.agent_id is null then mn.webhook_id else an.webhook_id end as webhook_id
            from agents a
            join members m on m.state = 'active'
                and (case when a.type = 'user' then m.id = a.owner_id and m.id = $2 else m.role = 'admin' end)
            left join agent_notifications an on an.agent_id = a.id
            left join member_notifications mn on mn.member_id = m.id
            where a.id = $1 and a.deleted_at is null""";

    private final Pool pool;
    private final Notices notices;
    private final Letters letters;
    private final NotifyWebhook webhooks;
    private final Mail mail;

    AddressNotices(Pool pool, Notices notices, Letters letters, NotifyWebhook webhooks, Mail mail) {
        this.pool = pool;
        this.notices = notices;
        this.letters = letters;
        this.webhooks = webhooks;
        this.mail = mail;
    }

    /** Addresses all notices whose time has come. */
    Uni<Void> address() {
        return pool.withTransaction(transaction -> notices.take(transaction, BATCH)
                        .call(taken -> {
                            Uni<Void> done = Uni.createFrom().voidItem();
                            for (Notice notice : taken) {
                                done = done.chain(() -> address(transaction, notice));
                            }
                            return done;
                        }))
                .chain(taken ->
                        taken.size() == BATCH ? address() : Uni.createFrom().voidItem());
    }

    private Uni<Void> address(SqlConnection transaction, Notice notice) {
        return recipients(transaction, notice)
                .call(found -> mail.isAvailable() ? byMail(transaction, notice, found) : nothing())
                .chain(found -> byWebhook(transaction, notice, found));
    }

    private Uni<Void> byMail(SqlConnection transaction, Notice notice, List<Recipient> recipients) {
        return letters.add(
                transaction,
                notice,
                recipients.stream()
                        .filter(recipient -> recipient.wants(notice.kind(), Channel.MAIL))
                        .map(Recipient::member)
                        .toList());
    }

    /** A webhook that several recipients share is told once. */
    private Uni<Void> byWebhook(SqlConnection transaction, Notice notice, List<Recipient> recipients) {
        Set<UUID> chosen = recipients.stream()
                .filter(recipient -> recipient.wants(notice.kind(), Channel.WEBHOOK))
                .map(recipient -> recipient.wants().webhookId())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Readers readers = new Readers(
                recipients.stream().map(Recipient::member).collect(Collectors.toSet()),
                recipients.stream().anyMatch(Recipient::ofOrganisation));
        Uni<Void> queued = nothing();
        for (UUID webhook : chosen) {
            queued = queued.chain(() -> webhooks.queue(transaction, webhook, readers, notification(notice)));
        }
        return queued;
    }

    private static Notification notification(Notice notice) {
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("kind", notice.kind().wire())
                .put("agentId", notice.agent().toString())
                .put("agentName", notice.agentName())
                .put("runId", notice.run().toString())
                .put("count", notice.count())
                .put("detail", notice.detail())
                .put("happenedAt", notice.happenedAt().toString());
        return new Notification(notice.id(), notice.happenedAt(), data);
    }

    private static Uni<List<Recipient>> recipients(SqlConnection transaction, Notice notice) {
        return transaction
                .preparedQuery(RECIPIENTS)
                .execute(Tuple.of(
                        notice.agent().value(),
                        notice.actingFor() == null ? null : notice.actingFor().value()))
                .map(rows -> {
                    List<Recipient> recipients = new ArrayList<>();
                    rows.forEach(row -> recipients.add(read(row)));
                    return recipients;
                });
    }

    private static Recipient read(Row row) {
        Preferences wants = row.getArrayOfStrings("on_failure") == null
                ? Preferences.USUAL
                : new Preferences(
                        PreferenceTables.channels(row, "on_failure"),
                        PreferenceTables.channels(row, "on_waiting"),
                        row.getUUID("webhook_id"));
        return new Recipient(new MemberId(row.getUUID("id")), row.getBoolean("organisation"), wants);
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
