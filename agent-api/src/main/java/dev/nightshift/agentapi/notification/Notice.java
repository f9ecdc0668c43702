package dev.nightshift.agentapi.notification;

import dev.nightshift.agentapi.run.Run;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.Uuids;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody is to be told. {@code count} failures, of which {@code run} is the last; {@code detail} is cut
 * to what fits a letter. {@code actingFor} is the member whom the run acted for; absent: the organisation.
 */
@Decision
record Notice(
        UUID id,
        AgentId agent,
        RunId run,
        @Nullable MemberId actingFor,
        Kind kind,
        int count,
        String agentName,
        String detail,
        Instant happenedAt) {
    private static final int LONGEST_DETAIL = 2000;

    enum Kind {
        FAILURE,
        WAITING;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    static Notice of(Kind kind, Run run, Instant now) {
        Instant at =
                kind == Kind.FAILURE ? Objects.requireNonNullElse(run.progress().finishedAt(), now) : now;
        return new Notice(
                Uuids.v5(
                        run.head().id().value(),
                        kind.wire() + " " + run.progress().lastN()),
                run.head().agentId(),
                run.head().id(),
                run.head().actingFor().memberId(),
                kind,
                1,
                run.head().agentName(),
                detail(run),
                at);
    }

    private static String detail(Run run) {
        String error = Objects.requireNonNullElse(run.progress().error(), "").replaceAll("[\\p{Cc}&&[^\\n\\t]]", " ");
        return error.codePointCount(0, error.length()) <= LONGEST_DETAIL
                ? error
                : error.substring(0, error.offsetByCodePoints(0, LONGEST_DETAIL)) + " …";
    }
}
