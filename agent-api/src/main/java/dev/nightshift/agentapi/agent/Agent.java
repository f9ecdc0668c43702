package dev.nightshift.agentapi.agent;

import dev.nightshift.agentapi.tool.Tool;
import dev.nightshift.contracts.AgentDefinition;
import dev.nightshift.contracts.AgentEvent;
import dev.nightshift.contracts.AgentEvent.AgentChanged;
import dev.nightshift.contracts.AgentEvent.AgentDeleted;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.AgentSchedule;
import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.RunLimits;
import dev.nightshift.contracts.SourceId;
import dev.nightshift.contracts.schedule.InvalidScheduleException;
import dev.nightshift.contracts.schedule.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An agent as it stands. {@code scheduleSetAt} is when its schedule or time zone last changed: an interval keeps the
 * phase set then. Every change raises {@code version} by one.
 */
@Decision
public record Agent(
        AgentId id,
        AgentType type,
        Origin origin,
        Author owner,
        AgentState state,
        @Nullable String stateNote,
        AgentSettings settings,
        Instant scheduleSetAt,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** A new agent of its first version. */
    static Agent create(
            AgentType type, Origin origin, Author owner, AgentState state, AgentSettings settings, Instant now) {
        return new Agent(AgentId.next(), type, origin, owner, state, null, settings, now, now, now, 1);
    }

    /** The same agent with other settings; the phase of its schedule moves only when the schedule does. */
    Agent with(AgentSettings changed, Instant now) {
        boolean sameSchedule = changed.schedule().equals(settings.schedule())
                && changed.timezone().equals(settings.timezone());
        Instant setAt = sameSchedule ? scheduleSetAt : now;
        return new Agent(id, type, origin, owner, state, stateNote, changed, setAt, createdAt, now, version + 1);
    }

    /** The same agent in another state. */
    Agent in(AgentState next, @Nullable String note, Instant now) {
        return new Agent(id, type, origin, owner, next, note, settings, scheduleSetAt, createdAt, now, version + 1);
    }

    /** Whose events these are; absent for an org agent, which belongs to the organisation. */
    public @Nullable MemberId eventOwner() {
        return type == AgentType.USER ? owner.memberId() : null;
    }

    /** The tools it may call: nothing is implied any more. */
    public List<String> actions() {
        if (settings.allowedActions() != null) {
            return settings.allowedActions();
        }
        return type == AgentType.USER ? Tool.offeredToUserAgents() : List.of();
    }

    public List<SourceId> sources() {
        return settings.allowedSources() == null ? List.of() : settings.allowedSources();
    }

    /** The next due time after {@code now}; empty when it is not active or nothing comes any more. */
    public Optional<Instant> nextRunAt(Instant now) {
        if (state != AgentState.ACTIVE) {
            return Optional.empty();
        }
        return timetable().nextAfter(now);
    }

    String scheduleDescription() {
        return timetable().schedule().describe(ZoneId.of(settings.timezone()));
    }

    /** What a run needs to know of it. */
    public AgentDefinition definition() {
        return new AgentDefinition(
                id,
                version,
                settings.name(),
                type,
                type == AgentType.USER ? owner : null,
                settings.visibility(),
                settings.instructions(),
                settings.model(),
                settings.overlapPolicy(),
                sources(),
                actions(),
                settings.limits() == null ? RunLimits.DEFAULTS : settings.limits());
    }

    AgentEvent changed() {
        return new AgentChanged(id, version, state, updatedAt, when(), definition());
    }

    /** The last record of it; its version is one higher than any before. */
    AgentEvent deleted(Instant now) {
        return new AgentDeleted(id, version + 1, AgentState.DELETED, now);
    }

    private AgentSchedule when() {
        return new AgentSchedule(
                settings.schedule(),
                settings.timezone(),
                scheduleSetAt,
                settings.startAt(),
                settings.endAt(),
                Duration.parse(settings.catchUpWindow()).toMillis(),
                settings.catchUpPolicy(),
                settings.jitterMs());
    }

    private Timetable timetable() {
        try {
            return Timetable.of(when());
        } catch (InvalidScheduleException e) {
            throw new IllegalStateException("the stored schedule of agent " + id + " cannot be read", e);
        }
    }
}
