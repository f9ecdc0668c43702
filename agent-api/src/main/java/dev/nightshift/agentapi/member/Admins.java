package dev.nightshift.agentapi.member;

import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * There is always an active admin. Whoever may take one away locks first, before any row, so that two who take each
 * other away do it one after the other.
 */
@ApplicationScoped
class Admins {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext(current_schema() || '.admins'))";
    private static final String ANOTHER =
            "select 1 from members where role = 'admin' and state = 'active' and id <> $1 limit 1";

    /** Holds until the transaction ends. */
    Uni<Void> lock(SqlConnection transaction) {
        return transaction.query(LOCK).execute().replaceWithVoid();
    }

    /** Whether an active admin stays when this member is none. */
    Uni<Boolean> anotherIsThere(SqlConnection transaction, UUID member) {
        return transaction.preparedQuery(ANOTHER).execute(Tuple.of(member)).map(rows -> rows.size() > 0);
    }

    /** 409 when nobody would be left. */
    Uni<Void> requireAnother(SqlConnection transaction, UUID member) {
        return anotherIsThere(transaction, member)
                .invoke(there -> {
                    if (!there) {
                        throw Problem.conflict("This is the last active admin. Make somebody else an admin first.");
                    }
                })
                .replaceWithVoid();
    }
}
