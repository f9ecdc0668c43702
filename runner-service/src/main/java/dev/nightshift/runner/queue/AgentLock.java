package dev.nightshift.runner.queue;

import dev.nightshift.contracts.AgentId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;

/** One agent's admissions, stops and state changes happen one after the other, on all nodes together. */
public final class AgentLock {
    private static final String TAKE = """
            select pg_advisory_xact_lock(hashtext('nightshift.runner.agent'), hashtext(agent))
            from unnest($1::text[]) agent""";

    private AgentLock() {}

    /** Until the end of the transaction. */
    public static Uni<Void> take(SqlConnection tx, AgentId agent) {
        return tx.preparedQuery(TAKE)
                .execute(Tuple.of(new String[] {agent.toString()}))
                .replaceWithVoid();
    }

    /** Several at once, always in the same order, so that two transactions never wait for each other. */
    static Uni<Void> takeAll(SqlConnection tx, Collection<AgentId> agents) {
        String[] ordered =
                agents.stream().map(AgentId::toString).distinct().sorted().toArray(String[]::new);
        return tx.preparedQuery(TAKE).execute(Tuple.of(ordered)).replaceWithVoid();
    }
}
