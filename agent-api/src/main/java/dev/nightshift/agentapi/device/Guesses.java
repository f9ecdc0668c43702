package dev.nightshift.agentapi.device;

import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.problem.Problem;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Codes that a member typed: ten that were none within ten minutes, and the next is not even looked at. Each is counted
 * before it is looked at, so that a hundred at once are no way around; one that was right is taken back.
 */
@ApplicationScoped
class Guesses {
    static final int ALLOWED = 10;

    private static final int RETRY_AFTER_SECONDS = 600;
    private static final String COUNT_ANOTHER = """
            with another as (insert into device_guesses (member_id) values ($1))
            select count(*) as earlier from device_guesses
            where member_id = $1 and guessed_at > now() - interval '10 minutes'""";
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended($1::uuid::text || ' guesses', 0))";
    private static final String FORGIVE = "delete from device_guesses where member_id = $1";

    private final Pool pool;

    Guesses(Pool pool) {
        this.pool = pool;
    }

    /** Fails with a 429 when there were too many. */
    Uni<Void> another(MemberId member) {
        return pool.withTransaction(transaction -> transaction
                        .preparedQuery(LOCK)
                        .execute(Tuple.of(member.value()))
                        .chain(() -> transaction.preparedQuery(COUNT_ANOTHER).execute(Tuple.of(member.value())))
                        .map(rows -> rows.iterator().next().getLong("earlier")))
                .invoke(earlier -> {
                    if (earlier >= ALLOWED) {
                        throw Problem.tooManyRequests(
                                "Too many codes that were none. Try again later.", RETRY_AFTER_SECONDS);
                    }
                })
                .replaceWithVoid();
    }

    /** The last one was right. */
    Uni<Void> right(MemberId member) {
        return pool.preparedQuery(FORGIVE).execute(Tuple.of(member.value())).replaceWithVoid();
    }

    @Scheduled(every = "1h", delayed = "9m")
    Uni<Void> forgetOld() {
        return pool.query("delete from device_guesses where guessed_at < now() - interval '10 minutes'")
                .execute()
                .replaceWithVoid();
    }
}
