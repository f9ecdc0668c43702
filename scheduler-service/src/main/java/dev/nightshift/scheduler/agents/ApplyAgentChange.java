package dev.nightshift.scheduler.agents;

import dev.nightshift.contracts.AgentDefinition;
import dev.nightshift.contracts.AgentEvent.AgentChanged;
import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.scheduler.due.DecideDueTimes;
import dev.nightshift.scheduler.due.Decided;
import dev.nightshift.scheduler.due.Outcome;
import dev.nightshift.scheduler.due.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a newer record does to an agent's due times. Those up to the change that are still open belong to the record
 * before: they bring their runs, or none when the change paused or stopped the agent. Those after it follow the newer
 * record. What passed while an agent was not active is not caught up.
 */
@Decision
final class ApplyAgentChange {
    /**
     * The agent's new standing, and what became of due times that were still open, under the definition that they
     * belong to.
     */
    record Applied(Standing standing, List<Outcome> settled, AgentDefinition settledUnder) {
        Applied {
            settled = List.copyOf(settled);
        }
    }

    private ApplyAgentChange() {}

    /** An agent that is new here, perhaps since the table was lost: older due times than can be caught up are past. */
    static Applied first(AgentChanged changed, Instant now) {
        Standing fresh = Standing.from(changed, earlier(changed.changedAt(), now));
        Instant oldest = now.minus(fresh.times().catchUpWindow());
        boolean old = fresh.decidedUntil().isBefore(oldest);
        return new Applied(old ? Standing.from(changed, oldest) : fresh, List.of(), changed.definition());
    }

    static Applied next(Standing current, AgentChanged changed, Instant now) {
        Instant change = earlier(changed.changedAt(), now);
        Instant decidedUntil = later(current.decidedUntil(), change);
        List<Outcome> settled = new ArrayList<>();
        @Nullable Instant open = current.nextDueAt();
        while (open != null && !open.isAfter(change)) {
            Decided decided = settle(current, changed.state(), open, change, now);
            settled.addAll(decided.outcomes());
            open = decided.nextDueAt();
        }
        return new Applied(
                Standing.from(changed, decidedUntil), settled, current.agent().definition());
    }

    private static Decided settle(Standing current, AgentState newState, Instant open, Instant change, Instant now) {
        return switch (newState) {
            case ACTIVE -> DecideDueTimes.decideUntil(current.times(), open, change, now);
            case PAUSED -> DecideDueTimes.refuse(current.times(), open, change, EndReason.PAUSED);
            case STOPPED, DELETED -> DecideDueTimes.refuse(current.times(), open, change, EndReason.STOPPED);
        };
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
