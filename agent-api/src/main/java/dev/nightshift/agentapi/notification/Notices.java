package dev.nightshift.agentapi.notification;

import dev.nightshift.agentapi.notification.Notice.Kind;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.RunId;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of notices, and which agents keep failing. */
@ApplicationScoped
class Notices {
    private static final String INSERT = """
            insert into notices (id, agent_id, run_id, kind, agent_name, detail, happened_at, not_before, acting_member)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing""";
    private static final String COUNT = """
            update notices set count = count + 1, run_id = $3, agent_name = $4, detail = $5, happened_at = $6,
                acting_member = $7
            where agent_id = $1 and kind = 'failure' and not addressed and not_before = $2""";
    private static final String TAKE = """
            update notices set addressed = true
            where id in (select id from notices where not addressed and not_before <= now()
                order by not_before limit $1 for update skip locked)
            returning *""";

    private final Pool pool;

    Notices(Pool pool) {
        this.pool = pool;
    }

    Uni<Instant> now(SqlConnection transaction) {
        return transaction
                .query("select now() as now")
                .execute()
                .map(rows -> rows.iterator().next().getOffsetDateTime("now").toInstant());
    }

    /** When the last notice about the agent's failures went out, or will. */
    Uni<Optional<Instant>> noticed(SqlConnection transaction, AgentId agent) {
        return transaction
                .preparedQuery("select noticed_at from failing_agents where agent_id = $1")
                .execute(Tuple.of(agent.value()))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> row.getOffsetDateTime("noticed_at").toInstant()));
    }

    Uni<Void> fails(SqlConnection transaction, AgentId agent, Instant noticed) {
        return transaction
                .preparedQuery("insert into failing_agents (agent_id, noticed_at) values ($1, $2)"
                        + " on conflict (agent_id) do update set noticed_at = excluded.noticed_at")
                .execute(Tuple.of(agent.value(), noticed.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** A success ends it: failures that were only counted so far are no news any more. */
    Uni<Void> works(SqlConnection transaction, AgentId agent) {
        return transaction
                .preparedQuery("delete from failing_agents where agent_id = $1")
                .execute(Tuple.of(agent.value()))
                .chain(deleted -> deleted.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : transaction
                                .preparedQuery("delete from notices where agent_id = $1 and kind = 'failure'"
                                        + " and not addressed and not_before > now()")
                                .execute(Tuple.of(agent.value()))
                                .replaceWithVoid());
    }

    Uni<Void> add(SqlConnection transaction, Notice notice, Instant notBefore) {
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.tuple()
                        .addUUID(notice.id())
                        .addUUID(notice.agent().value())
                        .addUUID(notice.run().value())
                        .addString(notice.kind().wire())
                        .addString(notice.agentName())
                        .addString(notice.detail())
                        .addValue(notice.happenedAt().atOffset(ZoneOffset.UTC))
                        .addValue(notBefore.atOffset(ZoneOffset.UTC))
                        .addUUID(
                                notice.actingFor() == null
                                        ? null
                                        : notice.actingFor().value()))
                .replaceWithVoid();
    }

    /** Counts a failure in the notice that waits for {@code at}; a notice of its own where that one has just gone out. */
    Uni<Void> count(SqlConnection transaction, Notice notice, Instant at) {
        return transaction
                .preparedQuery(COUNT)
                .execute(Tuple.tuple()
                        .addUUID(notice.agent().value())
                        .addValue(at.atOffset(ZoneOffset.UTC))
                        .addUUID(notice.run().value())
                        .addString(notice.agentName())
                        .addString(notice.detail())
                        .addValue(notice.happenedAt().atOffset(ZoneOffset.UTC))
                        .addUUID(
                                notice.actingFor() == null
                                        ? null
                                        : notice.actingFor().value()))
                .chain(updated -> updated.rowCount() > 0 ? Uni.createFrom().voidItem() : add(transaction, notice, at));
    }

    /** Takes notices whose time has come; whoever takes them addresses them in the same transaction. */
    Uni<List<Notice>> take(SqlConnection transaction, int limit) {
        return transaction.preparedQuery(TAKE).execute(Tuple.of(limit)).map(rows -> {
            List<Notice> notices = new ArrayList<>();
            rows.forEach(row -> notices.add(read(row)));
            return notices;
        });
    }

    /** Forgets what is older than thirty days, letters included. */
    @Scheduled(every = "1h", delayed = "13m")
    Uni<Void> forgetOld() {
        return pool.query("delete from notices where created_at < now() - interval '30 days'")
                .execute()
                .replaceWithVoid();
    }

    static Notice read(Row row) {
        UUID acting = row.getUUID("acting_member");
        return new Notice(
                row.getUUID("id"),
                new AgentId(row.getUUID("agent_id")),
                new RunId(row.getUUID("run_id")),
                acting == null ? null : new MemberId(acting),
                Kind.of(row.getString("kind")),
                row.getInteger("count"),
                row.getString("agent_name"),
                row.getString("detail"),
                row.getOffsetDateTime("happened_at").toInstant());
    }
}
