package dev.nightshift.agentapi.emergency;

import dev.nightshift.agentapi.audit.Actor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** What an emergency stop does to something that works. All measures are one transaction, in the order of {@link #turn}. */
public interface EmergencyMeasure {
    /** Lower comes first: agents (1) before their runs (2), so that no run starts in between. */
    int turn();

    Uni<Void> stop(SqlConnection transaction, Emergency emergency, Actor by);

    /** Brings back what {@link #stop} took, and nobody has touched since. */
    Uni<Void> release(SqlConnection transaction, Actor by);
}
