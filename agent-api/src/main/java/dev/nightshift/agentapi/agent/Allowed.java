package dev.nightshift.agentapi.agent;

import dev.nightshift.agentapi.agent.AgentRights.Action;
import dev.nightshift.agentapi.agent.Agents.Found;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.Decision;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import java.util.Optional;

/** Turns a verdict into the answer a caller gets. */
@Decision
public final class Allowed {
    private Allowed() {}

    /** The agent, where the caller may do this with it; otherwise 403, or 404 where it does not exist for them. */
    public static Found check(Optional<Found> found, MemberCaller caller, Action action) {
        Found agent = found.orElseThrow(() -> Problem.notFound("agent"));
        return switch (AgentRights.judge(caller, agent.agent(), action)) {
            case ALLOWED -> agent;
            case FORBIDDEN -> throw Problem.forbidden("This agent is not yours to change.");
            case HIDDEN -> throw Problem.notFound("agent");
        };
    }

    /** Reads an id of a path: what is no id names nothing. */
    public static AgentId id(String text) {
        try {
            return AgentId.of(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("agent");
        }
    }
}
