package dev.nightshift.agentapi.token;

import dev.nightshift.agentapi.audit.Act;
import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.AuditLog;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Replaces the key that signs, in three steps: the next key is published; when every node knows it, it signs; when
 * nothing that the last one signed is valid any more, that one is forgotten. So no token is ever refused for its key.
 */
@ApplicationScoped
class RotateKeys {
    private static final Logger LOG = Logger.getLogger(RotateKeys.class);

    private final Pool pool;
    private final SigningKeyRows rows;
    private final SigningKeys keys;
    private final AuditLog audit;
    private final SigningKeySettings settings;

    RotateKeys(Pool pool, SigningKeyRows rows, SigningKeys keys, AuditLog audit, SigningKeySettings settings) {
        this.pool = pool;
        this.rows = rows;
        this.keys = keys;
        this.audit = audit;
        this.settings = settings;
    }

    /** Publishes a next key; does nothing when one waits already. */
    Uni<Void> begin(Actor actor) {
        return pool.withTransaction(transaction -> rows.lock(transaction).chain(() -> begin(transaction, actor)))
                .chain(keys::reload)
                .replaceWithVoid();
    }

    @Scheduled(every = "${nightshift.signing-keys.look-every:2s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return keys.ring()
                .chain(() -> pool.withTransaction(this::goOn))
                .chain(keys::reload)
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("signing keys are looked at again later reason=%s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> goOn(SqlConnection transaction) {
        return rows.lock(transaction)
                .chain(() -> rows.nextHasBeenPublishedFor(transaction, settings.publishedBefore()))
                .chain(ready -> ready ? rows.replaceActive(transaction) : nothing())
                .chain(() -> rows.activeIsOlderThan(transaction, settings.life()))
                .chain(old -> old ? begin(transaction, Actor.system()) : nothing())
                .chain(() -> rows.forgetRetired(transaction, settings.publishedAfter()));
    }

    private Uni<Void> begin(SqlConnection transaction, Actor actor) {
        return rows.makeNext(transaction)
                .chain(made -> made
                        ? audit.write(transaction, actor, Act.done("signing_key.rotated", null, Map.of()))
                        : nothing());
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
