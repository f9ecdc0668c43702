package dev.nightshift.agentapi.agent;

import dev.nightshift.agentapi.agent.AgentRights.Action;
import dev.nightshift.agentapi.agent.Agents.Found;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.Decision;
import java.util.Optional;

/** Who changes which agent, and which version they have seen. */
@Decision
public record AgentChange(AgentId agent, Person person, IfMatch ifMatch) {
    /** The agent, where the person may do this with this version of it: 403, 404 or 412 otherwise. */
    public Found check(Optional<Found> found, Action action) {
        Found allowed = Allowed.check(found, person.member(), action);
        ifMatch.check(allowed.agent().version());
        return allowed;
    }
}
