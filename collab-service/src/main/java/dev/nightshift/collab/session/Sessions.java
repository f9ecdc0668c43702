package dev.nightshift.collab.session;

import dev.nightshift.contracts.AgentDefinition;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.listing.PageRequest.Position;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of sessions. Whoever writes to a session locks its row first. */
@ApplicationScoped
public class Sessions {
    private static final String INSERT = """
            insert into sessions (id, kind, agent_id, agent_name, agent_type, owner_id, owner_name, run_id,
                                  created_at, updated_at)
            select $1, $2, $3, coalesce($4, a.definition::json ->> 'name'),
                   coalesce($5, a.definition::json ->> 'type'), $6, $7, $8, now.at, now.at
            from (select coalesce($9, clock_timestamp()) as at) now left join agents a on a.agent_id = $3
            on conflict (id) do nothing""";

    /** Before everything that can be created. */
    private static final Position NEWEST = new Position(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    private static final String VISIBLE = """
            select * from sessions
            where (owner_id = $1 or ($2 and agent_type = 'org'))
              and (created_at, id) < ($3, $4)
            order by created_at desc, id desc limit $5""";

    public Uni<Optional<Session>> find(SqlClient client, SessionId id) {
        return one(client, "select * from sessions where id = $1", id);
    }

    /** Locks the session until the end of the transaction. */
    public Uni<Optional<Session>> lock(SqlClient transaction, SessionId id) {
        return one(transaction, "select * from sessions where id = $1 for update", id);
    }

    /**
     * As {@link #lock}, for a session that may not be there yet: until the end of the transaction nobody else who asks
     * here creates it.
     */
    public Uni<Optional<Session>> lockOrReserve(SqlClient transaction, SessionId id) {
        return lock(transaction, id)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(found)
                        : transaction
                                .preparedQuery("select pg_advisory_xact_lock(hashtextextended($1, 0))")
                                .execute(Tuple.of(id.toString()))
                                .chain(() -> lock(transaction, id)));
    }

    /**
     * Creates the session, or leaves the one that is there. What is known of the agent is filled in; {@code at} absent
     * means now.
     */
    public Uni<Void> create(SqlClient client, SessionId id, SessionOrigin origin, @Nullable Instant at) {
        return client.preparedQuery(INSERT)
                .execute(Tuple.tuple(SessionRows.origin(id, origin, at)))
                .replaceWithVoid();
    }

    /** Tells sessions that were created before their agent was known what it is. */
    public Uni<Void> describe(SqlClient transaction, List<AgentDefinition> agents) {
        List<Tuple> rows = agents.stream()
                .map(a -> Tuple.of(a.agentId().value(), a.name(), a.type().wire()))
                .toList();
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery("""
                                update sessions set agent_name = coalesce(agent_name, $2), agent_type = $3
                                where agent_id = $1 and agent_type is null""").executeBatch(rows).replaceWithVoid();
    }

    /** What the member may see, newest first. */
    Uni<List<Session>> visible(SqlClient client, MemberId member, boolean admin, PageRequest page) {
        Position before = page.after() == null ? NEWEST : page.after();
        return client.preparedQuery(VISIBLE)
                .execute(Tuple.of(
                        member.value(), admin, before.at().atOffset(ZoneOffset.UTC), before.id(), page.limit() + 1))
                .map(SessionRows::all);
    }

    /** Sessions of these agents in which a message waits and no run is under way. */
    public Uni<List<SessionId>> waitingFor(SqlClient client, List<AgentId> agents) {
        UUID[] ids = agents.stream().map(AgentId::value).toArray(UUID[]::new);
        return client.preparedQuery("""
                        select distinct s.id from sessions s join messages m on m.session_id = s.id
                        where s.agent_id = any($1) and s.active_run is null and m.taken_at is null""").execute(Tuple.of(ids)).map(SessionRows::ids);
    }

    /** Stores how far the log has come and which run is active; {@code session} must be locked. */
    public Uni<Void> advance(SqlClient transaction, Session session, @Nullable Instant at) {
        return transaction
                .preparedQuery("""
                        update sessions set head = $2, active_run = $3, updated_at = coalesce($4, updated_at)
                        where id = $1""")
                .execute(Tuple.of(
                        session.id().value(),
                        session.head(),
                        session.activeRun() == null ? null : session.activeRun().value(),
                        at == null ? null : at.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static Uni<Optional<Session>> one(SqlClient client, String sql, SessionId id) {
        return client.preparedQuery(sql)
                .execute(Tuple.of(id.value()))
                .map(SessionRows::all)
                .map(found -> found.stream().findFirst());
    }
}
