package dev.nightshift.scheduler;

import dev.nightshift.contracts.AgentDefinition;
import dev.nightshift.contracts.AgentEvent.AgentChanged;
import dev.nightshift.contracts.AgentEvent.AgentDeleted;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.AgentSchedule;
import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.CatchUpPolicy;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.OverlapPolicy;
import dev.nightshift.contracts.RunLimits;
import dev.nightshift.contracts.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An agent as agent-api would publish it. */
public record SampleAgent(
        AgentId id, long version, AgentState state, Instant changedAt, AgentSchedule schedule, String name) {

    public static final Duration HOUR = Duration.ofHours(1);

    /** Active since its schedule was set, catching up the latest of an hour. */
    public static SampleAgent scheduled(String expression, Instant setAt) {
        AgentSchedule schedule = new AgentSchedule(
                expression, "Europe/Berlin", setAt, null, null, HOUR.toMillis(), CatchUpPolicy.LATEST, 0);
        return new SampleAgent(AgentId.next(), 1, AgentState.ACTIVE, setAt, schedule, "Health check");
    }

    /** The next version, in this state since {@code at}. */
    public SampleAgent then(AgentState newState, Instant at) {
        return new SampleAgent(id, version + 1, newState, at, schedule, name);
    }

    /** The next version, renamed at {@code at}. */
    public SampleAgent renamed(String newName, Instant at) {
        return new SampleAgent(id, version + 1, state, at, schedule, newName);
    }

    /** The next version, with another schedule set at {@code at}. */
    public SampleAgent rescheduled(String expression, Instant at) {
        return new SampleAgent(id, version + 1, state, at, scheduled(expression, at).schedule, name);
    }

    public SampleAgent catchingUp(CatchUpPolicy policy, Duration window) {
        return with(new AgentSchedule(
                schedule.expression(),
                schedule.timezone(),
                schedule.setAt(),
                schedule.startAt(),
                schedule.endAt(),
                window.toMillis(),
                policy,
                schedule.jitterMs()));
    }

    public SampleAgent between(Instant startAt, Instant endAt) {
        return with(new AgentSchedule(
                schedule.expression(),
                schedule.timezone(),
                schedule.setAt(),
                startAt,
                endAt,
                schedule.catchUpWindowMs(),
                schedule.catchUpPolicy(),
                schedule.jitterMs()));
    }

    public SampleAgent spreadOver(Duration jitter) {
        return with(new AgentSchedule(
                schedule.expression(),
                schedule.timezone(),
                schedule.setAt(),
                schedule.startAt(),
                schedule.endAt(),
                schedule.catchUpWindowMs(),
                schedule.catchUpPolicy(),
                jitter.toMillis()));
    }

    private SampleAgent with(AgentSchedule newSchedule) {
        return new SampleAgent(id, version, state, changedAt, newSchedule, name);
    }

    public AgentChanged changed() {
        return new AgentChanged(id, version, state, changedAt, schedule, definition());
    }

    public AgentDeleted deleted(Instant at) {
        return new AgentDeleted(id, version + 1, AgentState.DELETED, at);
    }

    public AgentDefinition definition() {
        return new AgentDefinition(
                id,
                version,
                name,
                AgentType.USER,
                new Author(MemberId.of("0198c0de-0000-7000-8000-000000000001"), "Ada"),
                Visibility.EVERYONE,
                "```bash\nuptime\n```",
                null,
                OverlapPolicy.SKIP,
                List.of(),
                List.of("run_bash"),
                RunLimits.DEFAULTS);
    }
}
