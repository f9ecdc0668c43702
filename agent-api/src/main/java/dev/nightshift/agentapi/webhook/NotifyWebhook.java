package dev.nightshift.agentapi.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.webhook.Delivery.Cause;
import dev.nightshift.agentapi.webhook.Delivery.Outcome;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.Uuids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Messages to a webhook that are no public events. */
@ApplicationScoped
public class NotifyWebhook {
    private static final String TYPE = "agent_notification";
    private static final String MAY_SEE = """
            select 1 from webhooks where id = $1 and member_id = any($2) and (as_admin or not $3)""";

    private final Pool pool;
    private final DeliveryLog log;

    NotifyWebhook(Pool pool, DeliveryLog log) {
        this.pool = pool;
        this.log = log;
    }

    /** A message, under an id that stays the same in every attempt to queue it. */
    public record Notification(UUID id, Instant at, JsonNode data) {}

    /** Who may read it: these members, and where {@code adminsOnly}, only through what they set up as admins. */
    public record Readers(Set<MemberId> members, boolean adminsOnly) {
        public Readers {
            members = Set.copyOf(members);
        }
    }

    public Uni<Boolean> belongsTo(UUID webhook, MemberId member) {
        return pool.preparedQuery("select 1 from webhooks where id = $1 and member_id = $2")
                .execute(Tuple.of(webhook, member.value()))
                .map(rows -> rows.size() > 0);
    }

    /** Queues the message in the caller's transaction, once; without effect where the webhook's owner is no reader. */
    public Uni<Void> queue(SqlConnection transaction, UUID webhook, Readers readers, Notification notification) {
        UUID[] members = readers.members().stream().map(MemberId::value).toArray(UUID[]::new);
        return transaction
                .preparedQuery(MAY_SEE)
                .execute(Tuple.of(webhook, members, readers.adminsOnly()))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().voidItem()
                        : log.add(transaction, delivery(webhook, notification)).replaceWithVoid());
    }

    private static Delivery delivery(UUID webhook, Notification notification) {
        UUID id = Uuids.v5(webhook, "notification " + notification.id());
        Message message = Message.of("notification:" + id, TYPE, notification.at(), notification.data());
        Outcome none = new Outcome("pending", null, null, null, null);
        return new Delivery(
                id, webhook, Cause.NOTIFICATION, message, null, 0, none, notification.at(), null, notification.at());
    }
}
