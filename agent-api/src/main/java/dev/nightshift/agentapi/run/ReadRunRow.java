package dev.nightshift.agentapi.run;

import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.RunStatus;
import dev.nightshift.contracts.RunTotals;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.contracts.Trigger;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the runs table becomes a run. */
final class ReadRunRow {
    private ReadRunRow() {}

    static Run read(Row row) {
        return new Run(head(row), progress(row));
    }

    private static RunHead head(Row row) {
        UUID session = row.getUUID("session_id");
        return new RunHead(
                new RunId(row.getUUID("id")),
                new AgentId(row.getUUID("agent_id")),
                row.getString("agent_name"),
                session == null ? null : new SessionId(session),
                Trigger.of(row.getString("trigger")),
                time(row, "scheduled_for"),
                time(row, "scheduled_until"),
                row.getLong("due_count"),
                row.getString("task"),
                actingFor(row),
                Objects.requireNonNull(time(row, "created_at")));
    }

    private static RunProgress progress(Row row) {
        String endReason = row.getString("end_reason");
        return new RunProgress(
                RunStatus.of(row.getString("status")),
                endReason == null ? null : EndReason.of(endReason),
                row.getString("error"),
                row.getString("summary"),
                row.getString("output"),
                time(row, "started_at"),
                time(row, "finished_at"),
                row.getLong("duration_ms"),
                new RunTotals(
                        row.getInteger("tool_calls"),
                        row.getInteger("model_calls"),
                        row.getLong("input_tokens"),
                        row.getLong("output_tokens")),
                row.getBigDecimal("cost_usd"),
                row.getInteger("attempt"),
                row.getLong("last_n"));
    }

    private static ActingFor actingFor(Row row) {
        JsonObject stored = row.getJsonObject("acting_for");
        String member = stored.getString("memberId");
        return new ActingFor(
                ActingFor.Kind.of(stored.getString("kind")),
                member == null ? null : MemberId.of(member),
                stored.getString("name"));
    }

    private static @Nullable Instant time(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }
}
