package dev.nightshift.agentapi.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.RunStatus;
import dev.nightshift.contracts.Trigger;
import dev.nightshift.service.token.Caller.MemberCaller;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A run as the API shows it; duration in milliseconds. Whoever may see its results only gets what it is, status, times and
 * summary; everything else is absent then.
 */
@Schema(name = "Run")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID agentId,
        @Schema(required = true) String agentName,
        @Nullable UUID sessionId,

        @Schema(
                required = true,
                implementation = String.class,
                enumeration = {"schedule", "manual", "backfill", "chat"})
        Trigger trigger,

        @Nullable Instant scheduledFor,

        @Schema(description = "The last of several due times that share this decision") @Nullable Instant scheduledUntil,

        @Schema(description = "How many due times share this decision") @Nullable Long dueCount,

        @Nullable String task,

        @Schema(
                required = true,
                implementation = String.class,
                enumeration = {"pending", "running", "waiting", "completed", "failed", "cancelled", "skipped"})
        RunStatus status,

        @Schema(
                implementation = String.class,
                enumeration = {
                    "finished",
                    "tool_call_limit",
                    "request_limit",
                    "token_limit",
                    "cost_limit",
                    "timeout",
                    "stopped",
                    "overlap",
                    "paused",
                    "catch_up_expired",
                    "excluded",
                    "model_error",
                    "tool_error",
                    "access_lost",
                    "denied",
                    "invalid"
                })
        @Nullable EndReason endReason,

        @Nullable String error,
        @Nullable String summary,
        @Schema(description = "The final answer") @Nullable String output,
        @Nullable Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Long durationMs,
        @Nullable Integer toolCalls,
        @Nullable Integer modelCalls,
        @Nullable Long inputTokens,
        @Nullable Long outputTokens,

        @Schema(description = "Absent where the model has no price") @Nullable BigDecimal costUsd,

        @Nullable Integer attempt,
        @Nullable Principal actingFor) {

    /** Whom the run acts for. */
    @Schema(name = "Principal")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Principal(
            @Schema(
                    required = true,
                    enumeration = {"member", "organisation"})
            String kind,

            @Nullable UUID memberId,
            @Nullable String name) {

        static Principal of(ActingFor actingFor) {
            return new Principal(
                    actingFor.kind().wire(),
                    actingFor.memberId() == null ? null : actingFor.memberId().value(),
                    actingFor.name());
        }
    }

    /** A run that the caller may see: all of it, or its results. */
    static RunView shownTo(MemberCaller caller, Run run) {
        return RunRights.seesAll(caller, run.head()) ? of(run) : results(run);
    }

    private static RunView results(Run run) {
        RunHead h = run.head();
        RunProgress p = run.progress();
        return new RunView(
                h.id().value(),
                h.agentId().value(),
                h.agentName(),
                null,
                h.trigger(),
                h.scheduledFor(),
                null,
                null,
                null,
                p.status(),
                p.endReason(),
                null,
                p.summary(),
                null,
                null,
                p.startedAt(),
                p.finishedAt(),
                p.durationMs(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static RunView of(Run run) {
        RunHead h = run.head();
        RunProgress p = run.progress();
        return new RunView(
                h.id().value(),
                h.agentId().value(),
                h.agentName(),
                h.sessionId() == null ? null : h.sessionId().value(),
                h.trigger(),
                h.scheduledFor(),
                h.scheduledUntil(),
                h.dueCount() == 1 ? null : h.dueCount(),
                h.task(),
                p.status(),
                p.endReason(),
                p.error(),
                p.summary(),
                p.output(),
                h.createdAt(),
                p.startedAt(),
                p.finishedAt(),
                p.durationMs(),
                p.totals().toolCalls(),
                p.totals().modelCalls(),
                p.totals().inputTokens(),
                p.totals().outputTokens(),
                p.costUsd(),
                p.attempt(),
                Principal.of(h.actingFor()));
    }
}
