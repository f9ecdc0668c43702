package dev.nightshift.agentapi;

import dev.nightshift.contracts.MemberId;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * 3,000 agents and 30,000 runs that nobody else sees and that are gone afterwards: written, analysed and asked about in a
 * transaction that is rolled back. A third of the agents is the reader's, a third another member's, a third the
 * organisation's; every agent has ten runs.
 */
public final class LargeTables implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String MEMBERS = """
            insert into members (id, username, name, role, state, created_at)
            select id, 'reader-of-plans-' || n, 'Reader', 'member', 'active', now()
            from unnest($1::uuid[]) with ordinality as given(id, n)""";
    private static final String AGENTS = """
            insert into agents (id, type, origin, owner_id, visibility, state, settings, schedule_set_at, created_at,
                updated_at, version, results_shared)
            select gen_random_uuid(), case n % 3 when 0 then 'org' else 'user' end, 'local',
                case n % 3 when 1 then $1::uuid else $2::uuid end, 'everyone', 'active',
                jsonb_build_object('name', 'Agent ' || n, 'instructions', repeat('Sum it up. ', 50)),
                now(), now() - n * interval '1 minute', now(), 1, n % 3 = 0 and n < 3 * $3::int
            from generate_series(1, 3000) n""";
    private static final String RUNS = """
            insert into runs (id, agent_id, agent_name, trigger, status, acting_for, acting_member, created_at)
            select gen_random_uuid(), a.id, 'Agent', 'schedule', case n % 10 when 0 then 'failed' else 'completed' end,
                '{}', case a.type when 'user' then a.owner_id end, a.created_at - n * interval '1 day'
            from agents a cross join generate_series(1, 10) n where a.owner_id = any($1)""";

    private final SqlConnection connection;
    private final Transaction transaction;
    private final UUID reader = UUID.randomUUID();

    private LargeTables(SqlConnection connection) {
        this.connection = connection;
        this.transaction = connection.begin().await().atMost(SOON);
    }

    /** {@code sharing}: how many org agents share their results, at most. */
    public static LargeTables written(Pool pool, int sharing) {
        LargeTables tables = new LargeTables(pool.getConnection().await().atMost(SOON));
        UUID other = UUID.randomUUID();
        UUID[] both = {tables.reader, other};
        tables.execute(MEMBERS, Tuple.of(both));
        tables.execute(AGENTS, Tuple.of(tables.reader, other, sharing));
        tables.execute(RUNS, Tuple.of(both));
        tables.execute("analyze members, agents, runs", Tuple.tuple());
        return tables;
    }

    public MemberId reader() {
        return new MemberId(reader);
    }

    /** How PostgreSQL would execute this, one step a line. */
    public List<String> plan(String sql, Tuple values) {
        List<String> plan = new ArrayList<>();
        connection
                .preparedQuery("explain " + sql)
                .execute(values)
                .await()
                .atMost(SOON)
                .forEach(row -> plan.add(row.getString(0)));
        return plan;
    }

    /** One of the reader's agents. */
    public UUID agent() {
        return connection
                .preparedQuery("select id from agents where owner_id = $1 order by created_at limit 1")
                .execute(Tuple.of(reader))
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getUUID("id");
    }

    private void execute(String sql, Tuple values) {
        connection.preparedQuery(sql).execute(values).await().atMost(SOON);
    }

    @Override
    public void close() {
        transaction.rollback().await().atMost(SOON);
        connection.close().await().atMost(SOON);
    }
}
