package dev.nightshift.agentapi.notification;

import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.MemberId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** What was chosen for agents and by members. */
@ApplicationScoped
class PreferenceTables {
    private static final String KEEP = """
             (%1$s, on_failure, on_waiting, webhook_id) values ($1, $2, $3, $4)
            on conflict (%1$s) do update set on_failure = excluded.on_failure, on_waiting = excluded.on_waiting,
                webhook_id = excluded.webhook_id""";

    private final Pool pool;

    PreferenceTables(Pool pool) {
        this.pool = pool;
    }

    <T> Uni<T> transaction(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work);
    }

    Uni<Optional<Preferences>> ofAgent(AgentId agent) {
        return one("select * from agent_notifications where agent_id = $1", agent.value());
    }

    Uni<Optional<Preferences>> ofMember(MemberId member) {
        return one("select * from member_notifications where member_id = $1", member.value());
    }

    Uni<Void> keep(SqlClient client, AgentId agent, Preferences chosen) {
        return keep(client, "agent_notifications", "agent_id", values(agent.value(), chosen));
    }

    Uni<Void> keep(SqlClient client, MemberId member, Preferences chosen) {
        return keep(client, "member_notifications", "member_id", values(member.value(), chosen));
    }

    static List<Channel> channels(Row row, String column) {
        return Stream.of(row.getArrayOfStrings(column)).map(Channel::of).toList();
    }

    private static Uni<Void> keep(SqlClient client, String table, String key, Tuple values) {
        return client.preparedQuery("insert into " + table + KEEP.formatted(key))
                .execute(values)
                .replaceWithVoid();
    }

    private Uni<Optional<Preferences>> one(String sql, UUID id) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().findFirst().map(PreferenceTables::read));
    }

    private static Preferences read(Row row) {
        return new Preferences(channels(row, "on_failure"), channels(row, "on_waiting"), row.getUUID("webhook_id"));
    }

    private static Tuple values(UUID id, Preferences chosen) {
        return Tuple.tuple()
                .addUUID(id)
                .addArrayOfString(names(chosen.onFailure()))
                .addArrayOfString(names(chosen.onWaiting()))
                .addUUID(chosen.webhookId());
    }

    private static String[] names(List<Channel> channels) {
        return channels.stream().map(Channel::wire).toArray(String[]::new);
    }
}
