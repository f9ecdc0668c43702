package dev.nightshift.runner.journal;

import dev.nightshift.contracts.RunEvent;
import dev.nightshift.contracts.Topics;
import dev.nightshift.service.publish.PublishedRow;
import dev.nightshift.service.publish.PublishedRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;

/** Writes run events into the transaction that makes them true. Keyed by session, so that a session's order holds. */
public final class RunEventRows {
    private RunEventRows() {}

    public static Uni<Void> insert(SqlClient transaction, List<? extends RunEvent.Known> events) {
        return PublishedRows.insertAll(
                transaction, events.stream().map(RunEventRows::row).toList());
    }

    private static PublishedRow row(RunEvent.Known event) {
        return PublishedRow.of(
                Topics.RUN_EVENTS, event.sessionId().toString(), event.id(), RunEvent.CODEC, event, event.at());
    }
}
