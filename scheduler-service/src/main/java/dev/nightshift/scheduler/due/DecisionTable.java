package dev.nightshift.scheduler.due;

import dev.nightshift.contracts.DueRunEvent;
import dev.nightshift.contracts.Topics;
import dev.nightshift.service.publish.PublishedRow;
import dev.nightshift.service.publish.PublishedRows;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The table {@code decisions}: a due time is decided once, and what is decided is published. */
@ApplicationScoped
public class DecisionTable {
    private static final String INSERT = """
            insert into decisions (run_id, agent_id, due_at, due_until, due_count, outcome, decided_at)
            select * from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::bigint[],
                                 $6::text[], $7::timestamptz[])
            on conflict do nothing
            returning run_id""";

    private final Pool pool;

    DecisionTable(Pool pool) {
        this.pool = pool;
    }

    /**
     * Writes the verdicts inside the caller's transaction, with the rows that publish them. A due time that somebody
     * has decided before stays as it is and is not published again.
     */
    public Uni<Void> insert(SqlClient transaction, List<Verdict> verdicts) {
        if (verdicts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(INSERT)
                .execute(columns(verdicts))
                .chain(rows -> PublishedRows.insertAll(transaction, newOnes(verdicts, rows)));
    }

    /** The topic forgets sooner, and an agent's own record says up to where it is decided. */
    @Scheduled(every = "1h", delayed = "11m")
    Uni<Void> forgetOldDecisions() {
        return pool.query("delete from decisions where decided_at < now() - interval '90 days'")
                .execute()
                .replaceWithVoid();
    }

    private static List<PublishedRow> newOnes(List<Verdict> verdicts, RowSet<Row> inserted) {
        Set<UUID> ids = new HashSet<>();
        inserted.forEach(row -> ids.add(row.getUUID("run_id")));
        return verdicts.stream()
                .filter(verdict -> ids.contains(verdict.runId().value()))
                .map(DecisionTable::published)
                .toList();
    }

    private static PublishedRow published(Verdict verdict) {
        return PublishedRow.of(
                Topics.DUE_RUNS,
                verdict.agentId().toString(),
                verdict.runId().toString(),
                DueRunEvent.CODEC,
                verdict.event(),
                verdict.decidedAt());
    }

    private static Tuple columns(List<Verdict> verdicts) {
        return Tuple.tuple(List.of(
                column(verdicts, verdict -> verdict.runId().value()).toArray(UUID[]::new),
                column(verdicts, verdict -> verdict.agentId().value()).toArray(UUID[]::new),
                times(verdicts, verdict -> verdict.outcome().first()),
                times(verdicts, verdict -> verdict.outcome().last()),
                column(verdicts, verdict -> verdict.outcome().count()).toArray(Long[]::new),
                column(verdicts, Verdict::reason).toArray(String[]::new),
                times(verdicts, Verdict::decidedAt)));
    }

    private static <T> List<T> column(List<Verdict> verdicts, Function<Verdict, T> value) {
        return verdicts.stream().map(value).toList();
    }

    private static OffsetDateTime[] times(List<Verdict> verdicts, Function<Verdict, Instant> value) {
        return column(verdicts, value.andThen(time -> time.atOffset(ZoneOffset.UTC)))
                .toArray(OffsetDateTime[]::new);
    }
}
