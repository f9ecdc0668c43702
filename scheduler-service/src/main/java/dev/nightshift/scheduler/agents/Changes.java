package dev.nightshift.scheduler.agents;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.nightshift.contracts.AgentDefinition;
import dev.nightshift.contracts.AgentEvent;
import dev.nightshift.contracts.AgentEvent.AgentChanged;
import dev.nightshift.contracts.AgentEvent.AgentDeleted;
import dev.nightshift.contracts.AgentEvent.UnknownAgentEvent;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.Topics;
import dev.nightshift.scheduler.agents.ApplyAgentChange.Applied;
import dev.nightshift.scheduler.due.Outcome;
import dev.nightshift.scheduler.due.Standing;
import dev.nightshift.scheduler.due.StoredAgent;
import dev.nightshift.scheduler.due.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a batch of agent records changes; records that are not newer than what is known change nothing. */
final class Changes {
    /** What a due record has beside the definition takes less than this, in bytes. */
    private static final int ROOM = 2048;

    private final Instant now;
    private final Map<AgentId, Long> versions = new LinkedHashMap<>();
    private final Map<AgentId, Standing> known = new LinkedHashMap<>();
    private final Map<AgentId, Standing> replaced = new LinkedHashMap<>();
    private final Map<AgentId, AgentDeleted> deleted = new LinkedHashMap<>();
    private final List<Verdict> verdicts = new ArrayList<>();

    private Changes(Instant now) {
        this.now = now;
    }

    /** Throws {@link IllegalArgumentException} when a record can never be stored. */
    static Changes of(List<StoredAgent> stored, List<AgentEvent> events, Instant now) {
        Changes changes = new Changes(now);
        for (StoredAgent agent : stored) {
            changes.versions.put(agent.agentId(), agent.version());
            agent.standing().ifPresent(standing -> changes.known.put(agent.agentId(), standing));
        }
        events.forEach(changes::apply);
        return changes;
    }

    List<Standing> replaced() {
        return List.copyOf(replaced.values());
    }

    List<AgentDeleted> deleted() {
        return List.copyOf(deleted.values());
    }

    List<Verdict> verdicts() {
        return List.copyOf(verdicts);
    }

    private void apply(AgentEvent event) {
        switch (event) {
            case AgentChanged changed -> {
                if (isNewer(changed.agentId(), changed.version())) {
                    change(changed);
                }
            }
            case AgentDeleted gone -> {
                if (isNewer(gone.agentId(), gone.version())) {
                    known.remove(gone.agentId());
                    replaced.remove(gone.agentId());
                    deleted.put(gone.agentId(), gone);
                }
            }
            case UnknownAgentEvent unknown -> throw new IllegalArgumentException("unknown type: " + unknown.type());
        }
    }

    private boolean isNewer(AgentId agent, long version) {
        Long last = versions.get(agent);
        if (last != null && last >= version) {
            return false;
        }
        versions.put(agent, version);
        return true;
    }

    private void change(AgentChanged changed) {
        requireStorable(changed);
        Applied applied = Optional.ofNullable(known.get(changed.agentId()))
                .map(current -> ApplyAgentChange.next(current, changed, now))
                .orElseGet(() -> ApplyAgentChange.first(changed, now));
        Standing standing = applied.standing();
        for (Outcome outcome : applied.settled()) {
            verdicts.add(new Verdict(applied.settledUnder(), outcome, standing.nextDueAt(), now));
        }
        known.put(changed.agentId(), standing);
        replaced.put(changed.agentId(), standing);
        deleted.remove(changed.agentId());
    }

    private static void requireStorable(AgentChanged changed) {
        if (changed.state() == AgentState.DELETED) {
            throw new IllegalArgumentException("a deleted agent is an agent.deleted record");
        }
        if (size(changed.definition()) > Topics.MAX_VALUE_BYTES - ROOM) {
            throw new IllegalArgumentException("the definition is too large for a due record");
        }
    }

    private static int size(AgentDefinition definition) {
        try {
            return Json.mapper().writeValueAsBytes(definition).length;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the definition is not JSON", e);
        }
    }
}
