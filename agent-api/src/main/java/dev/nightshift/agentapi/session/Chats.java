package dev.nightshift.agentapi.session;

import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.SessionId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The chats that were opened here. */
@ApplicationScoped
class Chats {
    private final Pool pool;

    Chats(Pool pool) {
        this.pool = pool;
    }

    /** Whether collab-service has the chat, too. */
    Uni<Boolean> isMade(SessionId session) {
        return pool.preparedQuery("select made from chats where session_id = $1")
                .execute(Tuple.of(session.value()))
                .map(rows -> rows.iterator().next().getBoolean("made"));
    }

    Uni<Void> made(SessionId session) {
        return pool.preparedQuery("update chats set made = true where session_id = $1")
                .execute(Tuple.of(session.value()))
                .replaceWithVoid();
    }

    /** Who opened a chat, with which agent. */
    record Chat(AgentId agentId, Author owner) {}

    Uni<Void> add(SqlConnection transaction, SessionId session, AgentId agent, MemberId member) {
        return transaction
                .preparedQuery("insert into chats (session_id, agent_id, member_id) values ($1, $2, $3)")
                .execute(Tuple.of(session.value(), agent.value(), member.value()))
                .replaceWithVoid();
    }

    Uni<Optional<Chat>> byId(SessionId session) {
        return pool.preparedQuery("select c.agent_id, c.member_id, m.name from chats c"
                        + " join members m on m.id = c.member_id where c.session_id = $1")
                .execute(Tuple.of(session.value()))
                .map(rows -> {
                    for (Row row : rows) {
                        Author owner = new Author(new MemberId(row.getUUID("member_id")), row.getString("name"));
                        return Optional.of(new Chat(new AgentId(row.getUUID("agent_id")), owner));
                    }
                    return Optional.empty();
                });
    }
}
