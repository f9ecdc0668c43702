package dev.nightshift.agentapi.run;

import dev.nightshift.agentapi.agent.Agent;
import dev.nightshift.agentapi.agent.AgentStanding;
import dev.nightshift.agentapi.agent.StatusEvents;
import dev.nightshift.agentapi.event.NewBackgroundEvent;
import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.DueRunEvent.RunDue;
import dev.nightshift.contracts.DueRunEvent.RunNotDue;
import dev.nightshift.contracts.RunEvent.Known;
import dev.nightshift.contracts.RunId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The part of the history that one batch of records touches: what was known goes in, the records are taken in order, and
 * what has to be written comes out. An event seen before is dropped; one that comes before an earlier one of its run
 * waits, so nothing is ever projected past a gap.
 */
@Decision
final class History {
    private final Map<AgentId, Agent> agents;
    private final Map<AgentId, AgentStanding> standings;
    private final Map<RunId, Run> runs;
    private final Map<RunId, TreeMap<Long, Known>> waiting = new HashMap<>();

    private final Set<RunId> changedRuns = new LinkedHashSet<>();
    private final Set<AgentId> changedStandings = new LinkedHashSet<>();
    private final Map<String, Known> parked = new LinkedHashMap<>();
    private final List<Known> unparked = new ArrayList<>();
    private final List<NewBackgroundEvent> events = new ArrayList<>();
    private final List<RunChange> changes = new ArrayList<>();

    History(Map<AgentId, Agent> agents, Map<AgentId, AgentStanding> standings, Map<RunId, Run> runs) {
        this.agents = agents;
        this.standings = new HashMap<>(standings);
        this.runs = new HashMap<>(runs);
    }

    /** An event that an earlier batch could not place. */
    void wasParked(Known event) {
        waiting.computeIfAbsent(event.runId(), id -> new TreeMap<>()).put(event.n(), event);
    }

    /** A decision that a run shall happen. */
    void take(RunDue due) {
        if (runs.containsKey(due.runId())) {
            return;
        }
        put(new Run(RunHead.of(due), RunProgress.PENDING));
        if (RunHead.of(due).isBackground()) {
            put(standing(due.agentId()).decided("due"));
        }
    }

    /** A decision that no run happens. */
    void take(RunNotDue not) {
        if (runs.containsKey(not.runId())) {
            return;
        }
        Agent agent = agents.get(not.agentId());
        String name = agent == null ? "" : agent.settings().name();
        ActingFor actingFor =
                agent == null ? ActingFor.organisation() : agent.definition().actsFor();
        put(new Run(RunHead.of(not, name, actingFor), RunProgress.notDue(not.reason(), not.decidedAt())));
        put(standing(not.agentId()).skipped(not.count(), not.reason()));
        sayStatus(not.runId() + ":not-due", not.agentId(), not.decidedAt());
    }

    /** The next thing a runner says of a run. */
    void take(Known event) {
        Run run = runs.get(event.runId());
        if (run == null) {
            run = Run.madeKnownBy(event, agents.get(event.agentId())).orElse(null);
        }
        long last = run == null ? 0 : run.progress().lastN();
        if (event.n() <= last) {
            return;
        }
        if (run == null || event.n() > last + 1) {
            park(event);
            return;
        }
        apply(run, event);
        unpark(event.runId());
    }

    /** Gives up on the missing events of a run: those that waited go in, as far as the run is known at all. */
    void closeGap(RunId id) {
        TreeMap<Long, Known> events = waiting.getOrDefault(id, new TreeMap<>());
        for (Known event : List.copyOf(events.values())) {
            Run run = runs.get(id);
            if (run == null) {
                run = Run.madeKnownBy(event, agents.get(event.agentId())).orElse(null);
            }
            if (run != null && event.n() > run.progress().lastN()) {
                apply(new Run(run.head(), run.progress().at(event.n() - 1)), event);
            }
            unparked.add(event);
        }
    }

    Collection<Run> changedRuns() {
        return changedRuns.stream()
                .map(id -> Objects.requireNonNull(runs.get(id)))
                .toList();
    }

    Collection<AgentStanding> changedStandings() {
        return changedStandings.stream().map(this::standing).toList();
    }

    Collection<Known> parked() {
        return List.copyOf(parked.values());
    }

    Collection<Known> unparked() {
        return List.copyOf(unparked);
    }

    /** Background runs whose status moved, in order. */
    List<RunChange> changes() {
        return List.copyOf(changes);
    }

    List<NewBackgroundEvent> events() {
        return List.copyOf(events);
    }

    private void park(Known event) {
        boolean fresh =
                waiting.computeIfAbsent(event.runId(), id -> new TreeMap<>()).putIfAbsent(event.n(), event) == null;
        if (fresh) {
            parked.put(event.id(), event);
        }
    }

    private void unpark(RunId id) {
        TreeMap<Long, Known> later = waiting.get(id);
        while (later != null && !later.isEmpty()) {
            Run run = Objects.requireNonNull(runs.get(id));
            long next = run.progress().lastN() + 1;
            later.headMap(next).clear();
            Known event = later.remove(next);
            if (event == null) {
                return;
            }
            if (parked.remove(event.id()) == null) {
                unparked.add(event);
            }
            apply(run, event);
        }
    }

    private void apply(Run before, Known event) {
        Run after = before.after(event);
        put(after);
        if (!after.head().isBackground() || before.progress().status().isFinal()) {
            return;
        }
        if (after.progress().status() != before.progress().status()) {
            changes.add(new RunChange(before, after));
        }
        Agent agent = agents.get(event.agentId());
        Consequences consequences = Consequences.of(before, after, event, standing(event.agentId()), agent);
        if (consequences.standing() != standing(event.agentId())) {
            put(consequences.standing());
        }
        events.addAll(consequences.events());
    }

    private void sayStatus(String cause, AgentId id, Instant at) {
        Agent agent = agents.get(id);
        if (agent != null) {
            events.add(StatusEvents.of(cause, agent, standing(id), at));
        }
    }

    private AgentStanding standing(AgentId id) {
        return standings.computeIfAbsent(id, AgentStanding::fresh);
    }

    private void put(Run run) {
        runs.put(run.head().id(), run);
        changedRuns.add(run.head().id());
    }

    private void put(AgentStanding standing) {
        standings.put(standing.agentId(), standing);
        changedStandings.add(standing.agentId());
    }
}
