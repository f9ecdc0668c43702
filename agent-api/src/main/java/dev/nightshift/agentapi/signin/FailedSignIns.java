package dev.nightshift.agentapi.signin;

import dev.nightshift.service.problem.Problem;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * Counts wrong passwords in a table, so that all nodes know them. It is asked before a password is looked at and again
 * before an answer is given: attempts made at the same time learn nothing more than attempts made one by one.
 */
@Startup
@ApplicationScoped
class FailedSignIns {
    private static final String COUNTED = """
            select subject, failures, since, clock_timestamp() as now from sign_in_failures
            where subject = any($1) and since > clock_timestamp() - $2 * interval '1 millisecond'""";
    private static final String COUNT = """
            insert into sign_in_failures as f (subject, since, failures)
            select subject, clock_timestamp(), 1 from unnest($1::text[]) as subject
            on conflict (subject) do update set
                since = case when f.since > clock_timestamp() - $2 * interval '1 millisecond' then f.since else excluded.since end,
                failures = case when f.since > clock_timestamp() - $2 * interval '1 millisecond' then f.failures + 1 else 1 end
            returning subject, failures, since, clock_timestamp() as now""";

    private final Pool pool;
    private final SignInSettings settings;

    FailedSignIns(Pool pool, SignInSettings settings) {
        this.pool = pool;
        this.settings = settings;
        requirePositive("FAILURES_PER_ACCOUNT", settings.failuresPerAccount());
        requirePositive("FAILURES_PER_ADDRESS", settings.failuresPerAddress());
        requirePositive("WINDOW", settings.window().toMillis());
    }

    private static void requirePositive(String setting, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("NIGHTSHIFT_SIGN_IN_" + setting + " must be more than nothing");
        }
    }

    /** Fails with 429 while one of them has used up its attempts. */
    Uni<Void> refuseTooMany(List<FailureKey> keys) {
        return pool.preparedQuery(COUNTED)
                .execute(values(keys))
                .invoke(rows -> refuse(rows, keys, 0))
                .replaceWithVoid();
    }

    /** One more wrong password for each. Fails with 429 where there had been too many already. */
    Uni<Void> failed(List<FailureKey> keys) {
        return pool.preparedQuery(COUNT)
                .execute(values(keys))
                .invoke(rows -> refuse(rows, keys, 1))
                .replaceWithVoid();
    }

    /** The account's own wrong passwords do not count any more; those of an address do. */
    Uni<Void> forget(SqlClient transaction, List<FailureKey> keys) {
        List<FailureKey> accounts = keys.stream()
                .filter(key -> key.kind() == FailureKey.Kind.ACCOUNT)
                .toList();
        return transaction
                .preparedQuery("delete from sign_in_failures where subject = any($1)")
                .execute(Tuple.of(texts(accounts)))
                .replaceWithVoid();
    }

    @Scheduled(every = "10m", delayed = "3m")
    Uni<Void> forgetOld() {
        return pool.preparedQuery(
                        "delete from sign_in_failures where since <= clock_timestamp() - $1 * interval '1 millisecond'")
                .execute(Tuple.of(settings.window().toMillis()))
                .replaceWithVoid();
    }

    /** {@code ownCount}: how many of the counted ones are this attempt itself. */
    private void refuse(RowSet<Row> counted, List<FailureKey> keys, int ownCount) {
        Duration longest = Duration.ZERO;
        for (Row row : counted) {
            if (row.getInteger("failures") - ownCount >= allowed(row.getString("subject"), keys)) {
                Duration left = Duration.between(
                        row.getOffsetDateTime("now").toInstant(),
                        row.getOffsetDateTime("since").toInstant().plus(settings.window()));
                longest = left.compareTo(longest) > 0 ? left : longest;
            }
        }
        if (!longest.isZero()) {
            throw Problem.tooManyRequests("Too many wrong passwords. Try again later.", (int) longest.toSeconds() + 1);
        }
    }

    private int allowed(String subject, List<FailureKey> keys) {
        boolean address = keys.stream()
                .anyMatch(key ->
                        key.kind() == FailureKey.Kind.ADDRESS && key.text().equals(subject));
        return address ? settings.failuresPerAddress() : settings.failuresPerAccount();
    }

    private Tuple values(List<FailureKey> keys) {
        return Tuple.of(texts(keys), settings.window().toMillis());
    }

    private static String[] texts(List<FailureKey> keys) {
        return keys.stream().map(FailureKey::text).toArray(String[]::new);
    }
}
