package dev.nightshift.runner.command;

import dev.nightshift.contracts.AgentState;
import dev.nightshift.runner.command.AgentStates.Change;
import dev.nightshift.runner.queue.AgentHold;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code agents}. */
final class AgentRows {
    private static final String READ = "select version, state, held, held_at from agents where agent_id = $1";

    private static final String WRITE = """
            insert into agents (agent_id, version, state, held, held_at) values ($1, $2, $3, $4, $5)
            on conflict (agent_id) do update set version = excluded.version, state = excluded.state,
                held = excluded.held, held_at = excluded.held_at""";

    private AgentRows() {}

    /** Under the agent's lock. The agent's last hold; empty without one, or if a newer version is known already. */
    static Uni<Optional<AgentHold>> keep(SqlConnection tx, Change change) {
        return tx.preparedQuery(READ).execute(Tuple.of(change.agent().value())).chain(found -> {
            Iterator<Row> rows = found.iterator();
            Row before = rows.hasNext() ? rows.next() : null;
            if (before != null && before.getLong("version") > change.version()) {
                return Uni.createFrom().item(Optional.empty());
            }
            AgentState state = before == null ? null : AgentState.of(before.getString("state"));
            return write(tx, change, AgentHold.next(hold(before), state, change.state(), change.at()));
        });
    }

    private static Uni<Optional<AgentHold>> write(SqlConnection tx, Change change, @Nullable AgentHold hold) {
        return tx.preparedQuery(WRITE)
                .execute(Tuple.tuple(Arrays.asList(
                        change.agent().value(),
                        change.version(),
                        change.state().wire(),
                        hold == null ? null : hold.state().wire(),
                        hold == null ? null : hold.since().atOffset(ZoneOffset.UTC))))
                .replaceWith(Optional.ofNullable(hold));
    }

    private static @Nullable AgentHold hold(@Nullable Row row) {
        String held = row == null ? null : row.getString("held");
        OffsetDateTime since = row == null ? null : row.getOffsetDateTime("held_at");
        return held == null || since == null ? null : new AgentHold(AgentState.of(held), since.toInstant());
    }
}
