package dev.nightshift.agentapi.webhook;

import dev.nightshift.agentapi.event.BackgroundEventLog.Choice;
import dev.nightshift.agentapi.event.Viewer;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as it stands. {@code asAdmin}: whoever set it up last came as an admin, so it gets the events of org agents
 * too, for as long as its owner is one. {@code agentId} absent: all agents.
 */
@Decision
record Webhook(
        UUID id,
        MemberId owner,
        boolean asAdmin,
        Wanted wanted,
        State state,
        @Nullable String pausedReason,
        Secrets secrets,
        Progress progress,
        Instant createdAt,
        Instant updatedAt) {

    static final List<String> EVENT_TYPES = List.of(
            "background_task_started", "background_task_completed", "background_task_error", "background_agent_status");

    /** What its owner wrote. */
    record Wanted(
            String name,
            String url,
            List<String> events,
            @Nullable AgentId agentId) {
        Wanted {
            events = List.copyOf(events);
        }
    }

    enum State {
        ACTIVE,
        PAUSED;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String wire) {
            for (State state : values()) {
                if (state.wire().equals(wire)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("no such state: " + wire);
        }
    }

    /** Sealed; the previous one still signs too, until its time is over. */
    record Secrets(
            String current,
            @Nullable String previous,
            @Nullable Instant previousUntil,
            Instant setAt) {}

    /** {@code cursor}: every event up to this number is done with. {@code failures} in a row. */
    record Progress(long cursor, int failures, @Nullable Instant failingSince, Instant nextAttemptAt) {}

    Viewer viewer() {
        return new Viewer(owner, asAdmin);
    }

    Choice choice() {
        return new Choice(wanted.events(), wanted.agentId());
    }
}
