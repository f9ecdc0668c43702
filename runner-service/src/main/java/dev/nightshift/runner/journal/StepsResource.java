package dev.nightshift.runner.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.StepStatus;
import dev.nightshift.runner.journal.JournaledStep.ModelStep;
import dev.nightshift.runner.journal.JournaledStep.ToolStep;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The steps of a run, for agent-api, which knows who may see them. */
@Path("/internal/runs/{runId}/steps")
@RolesAllowed("service")
public class StepsResource {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    private final Pool pool;

    StepsResource(Pool pool) {
        this.pool = pool;
    }

    /** A step as the public contract has it; {@code result} of a model step is the text of the answer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(
            UUID id,
            int n,
            String kind,
            @Nullable String tool,
            @Nullable JsonNode arguments,
            @Nullable String result,
            StepStatus status,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Long durationMs,
            @Nullable Long inputTokens,
            @Nullable Long outputTokens) {
        static Step of(JournaledStep step) {
            Instant finishedAt = step.startedAt().plusMillis(step.durationMs());
            return switch (step) {
                case ModelStep m ->
                    new Step(
                            m.stepId(),
                            m.n(),
                            "model",
                            null,
                            null,
                            m.text(),
                            StepStatus.COMPLETED,
                            m.startedAt(),
                            finishedAt,
                            m.durationMs(),
                            m.inputTokens(),
                            m.outputTokens());
                case ToolStep t ->
                    new Step(
                            t.stepId(),
                            t.n(),
                            "tool",
                            t.tool(),
                            t.arguments(),
                            t.isRunning() ? null : t.result(),
                            t.status(),
                            t.startedAt(),
                            t.isRunning() ? null : finishedAt,
                            t.isRunning() ? null : t.durationMs(),
                            null,
                            null);
            };
        }
    }

    /** Ascending; {@code nextCursor} is null on the last page. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Page(List<Step> items, @Nullable String nextCursor) {}

    /** A run that has not arrived here yet has no steps, like one that has not begun. */
    @GET
    public Uni<Page> steps(
            @PathParam("runId") String runId,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int count = number("limit", limit, DEFAULT_LIMIT, 1, MAX_LIMIT);
        int after = number("cursor", cursor, 0, 0, Integer.MAX_VALUE);
        return StepRows.read(pool, run(runId), after, count + 1).map(found -> page(found, count));
    }

    private static Page page(List<JournaledStep> found, int count) {
        List<Step> items = found.stream().limit(count).map(Step::of).toList();
        return new Page(
                items, found.size() > count ? String.valueOf(items.getLast().n()) : null);
    }

    private static RunId run(String id) {
        try {
            return RunId.of(id);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("run");
        }
    }

    private static int number(String field, @Nullable String text, int absent, int min, int max) {
        try {
            int number = text == null ? absent : Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, with the bounds.
        }
        throw Problem.invalid(
                field,
                "must be " + (max == MAX_LIMIT ? "a whole number from 1 to 200" : "a nextCursor from this list"));
    }
}
