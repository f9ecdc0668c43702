package dev.nightshift.agentapi.agent;

import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.Author;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;

/** The work that an agent has under way; who keeps the runs implements it. */
public interface AgentWork {
    /** Asks every background run of the agent that is not over to stop, in the caller's transaction. */
    Uni<Void> stopAll(SqlConnection transaction, AgentId agent, Author by, Instant now);
}
