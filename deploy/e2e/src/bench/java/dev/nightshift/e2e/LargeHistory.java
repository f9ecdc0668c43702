package dev.nightshift.e2e;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.UUID;

/**
 * 10,000 agents and 1,000,000 runs, written straight into the tables of agent-api.
 *
 * <p>The newer half of the agents belongs to one member, the reader; the older half to 199 others, every tenth of it an
 * org agent, of which ten share their results. Half of the runs acted for the reader, a fifth of these for the
 * newest agent; three tenths acted for others and two for the organisation.
 */
final class LargeHistory {
    static final int AGENTS = 10_000;
    static final int RUNS = 1_000_000;

    private static final String OTHERS = """
            insert into members (id, username, name, role, state, created_at)
            select uuidv7(), 'colleague-' || n, 'Colleague ' || n, 'member', 'active', now()
            from generate_series(0, 198) n""";
    private static final String AGENTS_PLAN = """
            create temporary table planned as
            select n, uuidv7() as id, 'Agent ' || n as name,
                case when n >= 5000 and n % 10 = 0 then 'org' else 'user' end as type,
                case when n < 5000 then ?::uuid else (select array_agg(id order by username) from members
                    where username like 'colleague-%')[1 + n % 199] end as owner
            from generate_series(0, 9999) n""";
    private static final String INSERT_AGENTS = """
            insert into agents (id, type, origin, owner_id, visibility, state, settings, schedule_set_at, created_at,
                updated_at, version, results_shared)
            select id, type, 'local', owner, v.visibility, 'active',
                jsonb_build_object('name', name, 'description', 'Reads what came in and says what matters of it.',
                    'instructions', repeat('Read every new message of the night and sum it up in three lines. ', 9),
                    'visibility', v.visibility,
                    'schedule', (array['0 9 * * 1-5', 'every 6 hours', 'daily at 7am', 'mondays at 14:30'])[1 + n % 4],
                    'timezone', 'Europe/Berlin', 'overlapPolicy', 'skip', 'catchUpWindow', 'PT1H',
                    'catchUpPolicy', 'latest', 'jitterMs', 0, 'allowedActions', jsonb_build_array('search_documents'))
                    || case when type = 'org' and n % 500 = 0 then '{"resultsShared": true}' else '{}' end::jsonb,
                at, at, at, 1, type = 'org' and n % 500 = 0
            from planned, lateral (select case when n >= 5000 and n % 50 = 1 then 'private' else 'everyone' end
                as visibility, now() - n * interval '10 minutes' as at) v
            order by n desc""";
    private static final String INSERT_STANDINGS = """
            insert into agent_standings (agent_id, run_count, timed_count, total_duration_ms, total_tokens, last_run_at,
                last_status, last_decision)
            select id, 100, 100, 4200000, 90000, now(), 'completed', 'started' from planned""";
    private static final String INSERT_RUNS = """
            insert into runs (id, agent_id, agent_name, session_id, trigger, scheduled_for, status, end_reason, error,
                summary, output, started_at, finished_at, duration_ms, tool_calls, model_calls, input_tokens,
                output_tokens, attempt, acting_for, acting_member, last_n, created_at)
            select uuidv7(), a.id, a.name, uuidv7(), 'schedule', r.at, r.status,
                case r.status when 'completed' then 'finished' else 'tool_error' end,
                case r.status when 'failed' then 'exit code 1' end,
                'Seven messages, two of them for you: the invoice of last month and a question about the plan.',
                repeat('The invoice of last month is not paid yet. ', 7),
                r.at + interval '1 second', r.at + interval '43 seconds', 42000, 3, 4, 6000, 900, 1,
                case a.type when 'org' then '{"kind": "organisation"}'::jsonb
                    else jsonb_build_object('kind', 'member', 'memberId', a.owner, 'name', m.name) end,
                case a.type when 'user' then a.owner end, 9, r.at
            from (select n, now() - n * interval '7 seconds' as at,
                    case when n % 17 = 0 then 'failed' else 'completed' end as status,
                    case when n % 10 = 0 then 0
                        when n % 10 < 5 then 1 + (n / 10 * 4 + n % 10) % 4999
                        when n % 10 < 8 then 5001 + n % 4500 / 9 * 10 + n % 9
                        else 5000 + n / 10 % 500 * 10 end as agent
                from generate_series(999999, 0, -1) n) r
            join planned a on a.n = r.agent join members m on m.id = a.owner""";

    private final Connection connection;
    private final UUID reader;

    private LargeHistory(Connection connection, UUID reader) {
        this.connection = connection;
        this.reader = reader;
    }

    /** Takes about a minute. The connection stays the caller's. */
    static LargeHistory write(Connection connection, UUID reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement plan = connection.prepareStatement(AGENTS_PLAN)) {
            statement.execute(OTHERS);
            plan.setObject(1, reader);
            plan.execute();
            for (String insert : new String[] {"analyze planned", INSERT_AGENTS, INSERT_STANDINGS, INSERT_RUNS}) {
                statement.execute(insert);
            }
            for (String table : new String[] {"members", "agents", "agent_standings", "runs"}) {
                statement.execute("vacuum (analyze) " + table);
            }
        }
        return new LargeHistory(connection, reader);
    }

    /** The agent with the most runs. */
    UUID newestAgent() throws SQLException {
        return one("select created_at, id from agents where owner_id = ? order by created_at desc limit 1").id();
    }

    /** The cursor of a page after so many agents. */
    String afterAgents(int count) throws SQLException {
        return one("select created_at, id from agents where ?::uuid is not null order by created_at desc offset " + count
                        + " limit 1")
                .cursor();
    }

    /** The cursor of a page after so many runs of the reader. */
    String afterRuns(int count) throws SQLException {
        return one("select created_at, id from runs where acting_member = ? order by created_at desc, id desc offset "
                        + count + " limit 1")
                .cursor();
    }

    private Position one(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, reader);
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return new Position(found.getObject(1, OffsetDateTime.class), found.getObject(2, UUID.class));
            }
        }
    }

    /** Where a row stands. Pages are not walked one by one here, so the cursor is made as the service makes it. */
    private record Position(OffsetDateTime at, UUID id) {
        String cursor() {
            String text = at.toInstant() + "|" + id;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
