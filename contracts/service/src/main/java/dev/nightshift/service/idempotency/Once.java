package dev.nightshift.service.idempotency;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.nightshift.contracts.Json;
import dev.nightshift.service.problem.Problem;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Does a creating call once: the key is claimed in the transaction of the call itself, so a repeat that comes meanwhile
 * waits for the first to commit, and a call that failed may be tried again under its key. A repeat gets its answer
 * before anything else is looked at: neither its body nor another service is asked whether it would still do.
 */
@ApplicationScoped
public class Once {
    private static final String SCOPE = "member_id = $1 and path = $2 and key = $3";
    private static final String OLD = "created_at < now() - interval '24 hours'";
    private static final String FORGET = "delete from idempotency_keys where " + SCOPE + " and " + OLD;
    private static final String FORGET_ALL = "delete from idempotency_keys where " + OLD;
    private static final String CLAIM = """
            insert into idempotency_keys (member_id, path, key, body_hash) values ($1, $2, $3, $4)
            on conflict do nothing""";
    private static final String FIRST =
            "select body_hash, status, body, headers from idempotency_keys where " + SCOPE + " and not " + OLD;
    private static final String KEEP =
            "update idempotency_keys set status = $4, body = $5, headers = $6 where " + SCOPE;

    private final Pool pool;

    Once(Pool pool) {
        this.pool = pool;
    }

    /** What a call does in its transaction, with what was prepared for it. */
    public interface Work<P> {
        Uni<Answer> in(SqlConnection transaction, P prepared);
    }

    /**
     * Gives the first answer again, or prepares the call and then does it in a transaction; 409 for another body under
     * the same key. {@code prepare} may take its time and fail: it holds no connection and no lock.
     */
    public <P> Uni<Answer> run(Repeatable call, Supplier<Uni<P>> prepare, Work<P> work) {
        return firstAnswer(pool, call)
                .chain(first -> first.map(Uni.createFrom()::item)
                        .orElseGet(() -> prepare.get()
                                .chain(prepared -> run(call, transaction -> work.in(transaction, prepared)))));
    }

    /** Runs {@code work} in a transaction, or gives the first answer again; 409 for another body under the same key. */
    public Uni<Answer> run(Repeatable call, Function<SqlConnection, Uni<Answer>> work) {
        return pool.withTransaction(transaction -> call.key() == null
                ? work.apply(transaction)
                : claim(transaction, call)
                        .chain(claimed -> claimed
                                ? workAndKeep(transaction, call, work)
                                : firstAnswer(transaction, call).map(Optional::orElseThrow)));
    }

    private static Uni<Boolean> claim(SqlConnection transaction, Repeatable call) {
        return transaction
                .preparedQuery(FORGET)
                .execute(scope(call))
                .chain(() ->
                        transaction.preparedQuery(CLAIM).execute(scope(call).addValue(Buffer.buffer(call.bodyHash()))))
                .map(inserted -> inserted.rowCount() == 1);
    }

    private static Uni<Answer> workAndKeep(
            SqlConnection transaction, Repeatable call, Function<SqlConnection, Uni<Answer>> work) {
        return work.apply(transaction)
                .call(answer -> transaction
                        .preparedQuery(KEEP)
                        .execute(scope(call)
                                .addInteger(answer.status())
                                .addString(answer.body())
                                .addValue(new JsonObject(new HashMap<>(answer.headers())))));
    }

    private static Uni<Optional<Answer>> firstAnswer(SqlClient client, Repeatable call) {
        if (call.key() == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return client.preparedQuery(FIRST)
                .execute(scope(call))
                .map(rows -> rows.stream().findFirst().map(row -> answer(row, call)));
    }

    private static Answer answer(Row row, Repeatable call) {
        if (!Arrays.equals(row.getBuffer("body_hash").getBytes(), call.bodyHash())) {
            throw Problem.conflict("This Idempotency-Key was used with another body.");
        }
        Map<String, String> headers =
                Json.mapper().convertValue(row.getJsonObject("headers").getMap(), new TypeReference<>() {});
        return new Answer(row.getInteger("status"), row.getString("body"), headers);
    }

    @Scheduled(every = "1h", delayed = "15m")
    Uni<Void> forgetOld() {
        return pool.query(FORGET_ALL).execute().replaceWithVoid();
    }

    private static Tuple scope(Repeatable call) {
        return Tuple.tuple()
                .addUUID(call.member().value())
                .addString(call.path())
                .addString(call.key());
    }
}
