package dev.nightshift.agentapi.audit;

import dev.nightshift.contracts.Uuids;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Writes the audit log. */
@ApplicationScoped
public class AuditLog {
    private static final String INSERT = """
            insert into audit_entries (id, action, outcome, actor_kind, actor_id, actor_name, target_kind, target_id,
                target_name, address, credential, detail)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)""";

    private final Pool pool;

    AuditLog(Pool pool) {
        this.pool = pool;
    }

    /** In the transaction of the act itself: neither is there without the other. */
    public Uni<Void> write(SqlClient transaction, Actor actor, Act act) {
        Act.Target target = act.target();
        Tuple values = Tuple.tuple()
                .addUUID(Uuids.v7())
                .addString(act.action())
                .addString(act.outcome().name().toLowerCase(Locale.ROOT))
                .addString(actor.kind().name().toLowerCase(Locale.ROOT))
                .addUUID(actor.id())
                .addString(actor.name())
                .addString(target == null ? null : target.kind())
                .addString(target == null ? null : target.id())
                .addString(target == null ? null : target.name())
                .addString(actor.address())
                .addString(actor.credential())
                .addValue(new JsonObject(act.detail()));
        return transaction.preparedQuery(INSERT).execute(values).replaceWithVoid();
    }

    /** By itself, for what changes nothing else: a refused sign-in. */
    public Uni<Void> write(Actor actor, Act act) {
        return write(pool, actor, act);
    }
}
