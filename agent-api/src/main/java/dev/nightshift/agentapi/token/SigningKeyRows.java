package dev.nightshift.agentapi.token;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table of signing keys: at most one that is next, at most one that signs, and retired ones for a while. */
@ApplicationScoped
class SigningKeyRows {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('nightshift signing keys', 0))";
    private static final String ALL =
            "select id, private_key, public_key, state from signing_keys order by created_at, id";
    private static final String FIRST = """
            insert into signing_keys (id, private_key, public_key, state, active_at)
            values ($1, $2, $3, 'active', now()) on conflict do nothing""";
    private static final String NEXT = """
            insert into signing_keys (id, private_key, public_key, state, created_at)
            values ($1, $2, $3, 'next', clock_timestamp()) on conflict do nothing""";
    private static final String NEXT_IS_KNOWN = """
            select 1 from signing_keys where state = 'next'
            and created_at < clock_timestamp() - $1::bigint * interval '1 millisecond'""";
    private static final String RETIRE =
            "update signing_keys set state = 'retired', retired_at = clock_timestamp() where state = 'active'";
    private static final String ACTIVATE =
            "update signing_keys set state = 'active', active_at = clock_timestamp() where state = 'next'";
    private static final String FORGET = """
            delete from signing_keys where state = 'retired'
            and retired_at < clock_timestamp() - $1::bigint * interval '1 millisecond'""";
    private static final String IS_OLD = """
            select 1 from signing_keys where state = 'active'
            and active_at < clock_timestamp() - $1::bigint * interval '1 millisecond'""";

    private final Pool pool;

    SigningKeyRows(Pool pool) {
        this.pool = pool;
    }

    /** One node at a time: nobody else begins or goes on with a change until the transaction ends. */
    Uni<Void> lock(SqlConnection transaction) {
        return transaction.query(LOCK).execute().replaceWithVoid();
    }

    /** Empty when there is no key that signs yet. */
    Uni<Optional<KeyRing>> read(Instant now) {
        return pool.query(ALL).execute().map(rows -> ring(rows, now));
    }

    /** Nodes race; the unique index lets one win. */
    Uni<Void> makeFirst() {
        return insert(pool, FIRST).replaceWithVoid();
    }

    /** Whether it was made; not when there is one already. */
    Uni<Boolean> makeNext(SqlConnection transaction) {
        return insert(transaction, NEXT);
    }

    Uni<Boolean> nextHasBeenPublishedFor(SqlConnection transaction, Duration time) {
        return any(transaction, NEXT_IS_KNOWN, time);
    }

    Uni<Boolean> activeIsOlderThan(SqlConnection transaction, Duration life) {
        return any(transaction, IS_OLD, life);
    }

    Uni<Void> replaceActive(SqlConnection transaction) {
        return transaction
                .query(RETIRE)
                .execute()
                .chain(() -> transaction.query(ACTIVATE).execute())
                .replaceWithVoid();
    }

    Uni<Void> forgetRetired(SqlConnection transaction, Duration after) {
        return transaction
                .preparedQuery(FORGET)
                .execute(Tuple.of(after.toMillis()))
                .replaceWithVoid();
    }

    private static Uni<Boolean> any(SqlConnection transaction, String query, Duration time) {
        return transaction
                .preparedQuery(query)
                .execute(Tuple.of(time.toMillis()))
                .map(rows -> rows.size() > 0);
    }

    private static Uni<Boolean> insert(SqlClient client, String statement) {
        SigningKey made = SigningKey.generate();
        return client.preparedQuery(statement)
                .execute(Tuple.of(
                        made.id(),
                        Buffer.buffer(made.privateKey().getEncoded()),
                        Buffer.buffer(made.publicKey().getEncoded())))
                .map(rows -> rows.rowCount() == 1);
    }

    private static Optional<KeyRing> ring(RowSet<Row> rows, Instant now) {
        List<SigningKey> published = rows.stream().map(SigningKeyRows::key).toList();
        Optional<SigningKey> active = rows.stream()
                .filter(row -> row.getString("state").equals("active"))
                .findFirst()
                .map(SigningKeyRows::key);
        return active.map(key -> new KeyRing(key, published, now));
    }

    private static SigningKey key(Row row) {
        return SigningKey.read(
                row.getUUID("id"),
                row.getBuffer("private_key").getBytes(),
                row.getBuffer("public_key").getBytes());
    }
}
