package dev.nightshift.agentapi.agent;

import dev.nightshift.agentapi.audit.Act;
import dev.nightshift.agentapi.version.AgentVersion;
import dev.nightshift.agentapi.version.AgentVersion.By;
import dev.nightshift.agentapi.version.Difference;
import dev.nightshift.agentapi.version.VersionChange;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.EndReason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One change of one agent: what it was, absent for a new one, and what it is now. {@code endReason}: how its open runs
 * end where the new state ends them, absent for {@code stopped}.
 */
@Decision
public record AgentWritten(
        @Nullable Agent before,
        Agent after,
        VersionChange change,
        @Nullable EndReason endReason) {

    public static AgentWritten created(Agent agent) {
        return new AgentWritten(null, agent, VersionChange.CREATED, null);
    }

    public static AgentWritten changed(Agent before, Agent after, VersionChange change) {
        return new AgentWritten(before, after, change, null);
    }

    boolean isNew() {
        return before == null;
    }

    /** Whether monitors have to hear of it. */
    boolean movesState() {
        return before == null || before.state() != after.state();
    }

    /** Whether somebody decided about the state, be it the same as before. */
    boolean decidesState() {
        return switch (change) {
            case CREATED, EDITED, RESTORED -> false;
            case STARTED, PAUSED, RESUMED, STOPPED, HANDED_OVER -> true;
        };
    }

    AgentVersion version(By by) {
        return after.version(by, change);
    }

    /** For the audit log: which fields changed, never what they say. */
    Act act() {
        String verb = change == VersionChange.EDITED ? "changed" : change.wire();
        return Act.done("agent." + verb, target(after), detail());
    }

    private Map<String, Object> detail() {
        if (before == null) {
            return Map.of(
                    "type",
                    after.type().wire(),
                    "origin",
                    after.provenance().origin().wire());
        }
        if (change == VersionChange.HANDED_OVER) {
            return Map.of(
                    "from",
                    before.owner().memberId().toString(),
                    "to",
                    after.owner().memberId().toString());
        }
        return Map.of("version", after.version(), "fields", fields(before));
    }

    private List<String> fields(Agent before) {
        By nobody = new By(null, "");
        return Difference.between(
                        before.version(nobody, change).snapshot(),
                        after.version(nobody, change).snapshot())
                .stream()
                .map(Difference::field)
                .toList();
    }

    static Act.Target target(Agent agent) {
        return new Act.Target("agent", agent.id().toString(), agent.settings().name());
    }
}
