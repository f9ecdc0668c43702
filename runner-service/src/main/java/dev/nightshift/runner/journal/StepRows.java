package dev.nightshift.runner.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.StepStatus;
import dev.nightshift.contracts.ToolCall;
import dev.nightshift.runner.journal.JournaledStep.ModelStep;
import dev.nightshift.runner.journal.JournaledStep.ToolStep;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Steps as rows of the table {@code steps}, both ways. */
final class StepRows {
    private static final String UPSERT = """
            insert into steps (run_id, n, step_id, kind, model, call_id, tool, arguments, tool_calls, status, result,
                counted, started_at, finished_at, duration_ms, input_tokens, output_tokens)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
            on conflict (run_id, n) do update set status = excluded.status, result = excluded.result,
                counted = excluded.counted, finished_at = excluded.finished_at, duration_ms = excluded.duration_ms""";

    private static final String PAGE = "select * from steps where run_id = $1 and n > $2 order by n limit $3";

    private StepRows() {}

    static Uni<Void> upsert(SqlClient transaction, RunId run, List<JournaledStep> steps) {
        if (steps.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(UPSERT)
                .executeBatch(steps.stream().map(step -> tuple(run, step)).toList())
                .replaceWithVoid();
    }

    /** Steps of a run in order, those after number {@code after} only. */
    static Uni<List<JournaledStep>> read(SqlClient client, RunId run, int after, int limit) {
        return client.preparedQuery(PAGE)
                .execute(Tuple.of(run.value(), after, limit))
                .map(rows -> rows.stream().map(StepRows::step).toList());
    }

    private static Tuple tuple(RunId run, JournaledStep step) {
        return switch (step) {
            case ModelStep m ->
                Tuple.tuple(Arrays.asList(
                        run.value(),
                        m.n(),
                        m.stepId(),
                        "model",
                        m.model(),
                        null,
                        null,
                        null,
                        json(m.toolCalls()),
                        StepStatus.COMPLETED.wire(),
                        m.text(),
                        false,
                        time(m.startedAt()),
                        time(m.startedAt().plusMillis(m.durationMs())),
                        m.durationMs(),
                        m.inputTokens(),
                        m.outputTokens()));
            case ToolStep t ->
                Tuple.tuple(Arrays.asList(
                        run.value(),
                        t.n(),
                        t.stepId(),
                        "tool",
                        null,
                        t.callId(),
                        t.tool(),
                        json(t.arguments()),
                        null,
                        t.status().wire(),
                        t.result(),
                        t.counted(),
                        time(t.startedAt()),
                        t.isRunning() ? null : time(t.startedAt().plusMillis(t.durationMs())),
                        t.isRunning() ? null : t.durationMs(),
                        null,
                        null));
        };
    }

    static ToolStep toolStep(Row row) {
        return (ToolStep) step(row);
    }

    private static JournaledStep step(Row row) {
        Instant startedAt = row.getOffsetDateTime("started_at").toInstant();
        if (row.getString("kind").equals("model")) {
            return new ModelStep(
                    row.getUUID("step_id"),
                    row.getInteger("n"),
                    row.getString("model"),
                    row.getString("result"),
                    calls(row.getString("tool_calls")),
                    row.getLong("input_tokens"),
                    row.getLong("output_tokens"),
                    startedAt,
                    row.getLong("duration_ms"));
        }
        return new ToolStep(
                row.getUUID("step_id"),
                row.getInteger("n"),
                row.getString("call_id"),
                row.getString("tool"),
                tree(row.getString("arguments")),
                StepStatus.of(row.getString("status")),
                row.getString("result"),
                startedAt,
                orZero(row.getLong("duration_ms")),
                row.getBoolean("counted"));
    }

    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String json(Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a step that is not JSON", e);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the journal holds something that is not JSON", e);
        }
    }

    private static List<ToolCall> calls(String json) {
        try {
            return Json.mapper().readValue(json, new TypeReference<List<ToolCall>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the journal holds something that is not JSON", e);
        }
    }
}
