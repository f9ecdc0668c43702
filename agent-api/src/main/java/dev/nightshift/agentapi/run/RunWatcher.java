package dev.nightshift.agentapi.run;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/** Somebody who is told of background runs whose status moved, in the transaction that projects it. */
public interface RunWatcher {
    /** In their order; the agents' standings are locked. A failure undoes the projection, which is tried again. */
    Uni<Void> changed(SqlConnection transaction, List<RunChange> changes);
}
