package dev.nightshift.agentapi.access;

import dev.nightshift.agentapi.agent.Agent;
import dev.nightshift.agentapi.agent.AgentRights;
import dev.nightshift.agentapi.agent.AgentRights.Action;
import dev.nightshift.agentapi.agent.AgentRights.Verdict;
import dev.nightshift.agentapi.tool.Tool;
import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.contracts.SourceId;
import dev.nightshift.contracts.Trigger;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import dev.nightshift.service.token.Caller.RunCaller;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run may do right now: what its due record said, as far as the agent and the person it acts for still allow it.
 * Everything that has been taken away since is missing; access that is lost altogether is a 403.
 */
@Decision
final class RunAccess {
    private RunAccess() {}

    /** What a runner asks for, as the due record said. */
    record Asked(
            RunId runId,
            AgentId agentId,
            SessionId sessionId,
            Trigger trigger,
            ActingFor actingFor,
            List<SourceId> allowedSources,
            List<String> allowedActions) {
        Asked {
            allowedSources = List.copyOf(allowedSources);
            allowedActions = List.copyOf(allowedActions);
        }
    }

    /** {@code person}: the member the run acts for, where there is one who is active. */
    static RunCaller judge(Asked asked, Agent agent, @Nullable MemberCaller person) {
        if (asked.trigger() == Trigger.CHAT) {
            return chat(asked, agent, active(person));
        }
        return switch (agent.type()) {
            case USER -> background(asked, agent, active(person));
            case ORG -> organisation(asked, agent);
        };
    }

    /** A user agent works as its owner, inside its sources. */
    private static RunCaller background(Asked asked, Agent agent, MemberCaller person) {
        if (!person.memberId().equals(agent.owner().memberId())) {
            throw Problem.forbidden("The agent belongs to somebody else.");
        }
        return caller(asked, person, sources(asked, agent), actions(asked, agent));
    }

    /** An org agent works for the organisation: all documents, but only the actions on its list. */
    private static RunCaller organisation(Asked asked, Agent agent) {
        if (asked.actingFor().kind() != ActingFor.Kind.ORGANISATION) {
            throw Problem.forbidden("A background run of an org agent acts for the organisation.");
        }
        return new RunCaller(
                asked.runId(),
                agent.id(),
                asked.sessionId(),
                ActingFor.organisation(),
                Set.of(),
                null,
                actions(asked, agent));
    }

    /** A chat works as the person who speaks, whoever owns the agent. */
    private static RunCaller chat(Asked asked, Agent agent, MemberCaller person) {
        if (AgentRights.judge(person, agent, Action.CHAT) != Verdict.ALLOWED) {
            throw Problem.forbidden("The agent is not visible to the person any more.");
        }
        Set<String> actions = actions(asked, agent);
        actions.retainAll(Tool.offeredToUserAgents());
        return caller(asked, person, agent.type() == AgentType.USER ? sources(asked, agent) : null, actions);
    }

    private static RunCaller caller(
            Asked asked, MemberCaller person, @Nullable Set<SourceId> sources, Set<String> actions) {
        return new RunCaller(
                asked.runId(),
                asked.agentId(),
                asked.sessionId(),
                ActingFor.member(person.memberId(), person.name()),
                person.groups(),
                sources,
                actions);
    }

    private static Set<SourceId> sources(Asked asked, Agent agent) {
        Set<SourceId> sources = new LinkedHashSet<>(asked.allowedSources());
        sources.retainAll(agent.sources());
        return sources;
    }

    private static Set<String> actions(Asked asked, Agent agent) {
        Set<String> actions = new LinkedHashSet<>(asked.allowedActions());
        actions.retainAll(agent.actions());
        return actions;
    }

    /** A user agent that works without a source it was given would do something else than it was told to. */
    static void refuseLostSources(Set<SourceId> wanted, Set<SourceId> readable) {
        long lost = wanted.stream().filter(source -> !readable.contains(source)).count();
        if (lost > 0) {
            throw Problem.forbidden(
                    "Its owner cannot read " + lost + " of the agent's " + wanted.size() + " sources any more.");
        }
    }

    private static MemberCaller active(@Nullable MemberCaller person) {
        if (person == null) {
            throw Problem.forbidden("The person it acts for has no access any more.");
        }
        return person;
    }
}
