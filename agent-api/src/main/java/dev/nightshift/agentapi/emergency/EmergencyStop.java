package dev.nightshift.agentapi.emergency;

import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whether the emergency stop is in force; asked by everything that starts work. */
@ApplicationScoped
public class EmergencyStop {
    private static final String READ = "select since, by_id, by_name, reason from emergency_stop";

    private final Pool pool;

    EmergencyStop(Pool pool) {
        this.pool = pool;
    }

    public Uni<Optional<Emergency>> inForce() {
        return read(pool, READ);
    }

    /**
     * 409 that says who stopped everything, and why. Until the transaction ends none comes into force; ask before any
     * other lock is taken.
     */
    public Uni<Void> refuseWhileInForce(SqlConnection transaction) {
        return read(transaction, READ + " for share")
                .invoke(EmergencyStop::refuse)
                .replaceWithVoid();
    }

    /** The same without holding it off, for what asks for a run token later. */
    public Uni<Void> refuseWhileInForce() {
        return inForce().invoke(EmergencyStop::refuse).replaceWithVoid();
    }

    static Uni<Optional<Emergency>> lock(SqlConnection transaction) {
        return read(transaction, READ + " for update");
    }

    private static void refuse(Optional<Emergency> emergency) {
        emergency.ifPresent(inForce -> {
            throw Problem.conflict(inForce.sentence() + ". Nothing starts until an admin releases it.");
        });
    }

    private static Uni<Optional<Emergency>> read(SqlClient client, String sql) {
        return client.query(sql).execute().map(EmergencyStop::read);
    }

    private static Optional<Emergency> read(RowSet<Row> rows) {
        Row row = rows.iterator().next();
        return row.getOffsetDateTime("since") == null
                ? Optional.empty()
                : Optional.of(new Emergency(
                        row.getOffsetDateTime("since").toInstant(),
                        new Author(new MemberId(row.getUUID("by_id")), row.getString("by_name")),
                        row.getString("reason")));
    }
}
