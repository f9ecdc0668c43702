package dev.nightshift.agentapi.panel;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.nightshift.agentapi.run.Run;
import dev.nightshift.agentapi.run.RunHead;
import dev.nightshift.agentapi.run.RunProgress;
import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.service.token.Caller.MemberCaller;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A run as the panel shows it: {@code instanceId} is the run's id, {@code threadId} the session's. A run that waits for
 * its turn is active since it was accepted. Duration in milliseconds.
 */
@Schema(name = "BackgroundAgentInstance")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Instance(
        @Schema(required = true) UUID instanceId,
        @Schema(required = true) UUID threadId,
        @Schema(required = true) UUID agentId,
        @Schema(required = true) String agentName,

        @Schema(
                required = true,
                enumeration = {"active", "completed", "failed", "cancelled"})
        String status,

        @Schema(required = true) Instant startedAt,
        @Nullable Instant stoppedAt,
        @Nullable Long durationMs,
        @Nullable String task,
        @Nullable String error) {

    /** An admin who ends a run of somebody else's agent is not told what it did. */
    static Instance shownTo(MemberCaller member, Run run) {
        RunHead h = run.head();
        RunProgress p = run.progress();
        ActingFor principal = h.actingFor();
        boolean all = principal.kind() == ActingFor.Kind.ORGANISATION
                || member.memberId().equals(principal.memberId());
        return new Instance(
                h.id().value(),
                Objects.requireNonNullElseGet(h.sessionId(), () -> SessionId.ofRun(h.id()))
                        .value(),
                h.agentId().value(),
                h.agentName(),
                status(run),
                Objects.requireNonNullElse(p.startedAt(), h.createdAt()),
                all ? p.finishedAt() : null,
                all ? p.durationMs() : null,
                all ? h.task() : null,
                all ? p.error() : null);
    }

    boolean isActive() {
        return status.equals("active");
    }

    private static String status(Run run) {
        return switch (run.progress().status()) {
            case PENDING, RUNNING, WAITING -> "active";
            case COMPLETED -> "completed";
            case FAILED -> "failed";
            case CANCELLED, SKIPPED -> "cancelled";
        };
    }
}
