package dev.nightshift.agentapi.run;

import dev.nightshift.agentapi.agent.Agent;
import dev.nightshift.agentapi.agent.AgentRights;
import dev.nightshift.agentapi.agent.AgentRights.Action;
import dev.nightshift.agentapi.agent.AgentRights.Verdict;
import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.Decision;
import dev.nightshift.service.token.Caller.MemberCaller;

/**
 * Who may do what with a run: a run that acted for a person is that person's, whoever has the agent now, since it read
 * with that person's rights; one that acted for the organisation is the admins'.
 */
@Decision
final class RunRights {
    private RunRights() {}

    static Verdict judge(MemberCaller caller, RunHead run, Agent agent, Action action) {
        if (actedFor(caller, run)) {
            return Verdict.ALLOWED;
        }
        if (!run.isBackground()) {
            return Verdict.HIDDEN;
        }
        Verdict verdict = AgentRights.judge(caller, agent, action);
        boolean anothers = run.actingFor().memberId() != null;
        boolean toSee = action == Action.SEE_ALL || action == Action.SEE_RESULTS;
        return anothers && toSee && verdict == Verdict.ALLOWED ? Verdict.HIDDEN : verdict;
    }

    /** Whether a run that the caller may see at all may be seen whole, and not its results only. */
    static boolean seesAll(MemberCaller caller, RunHead run) {
        return actedFor(caller, run) || (run.actingFor().kind() == ActingFor.Kind.ORGANISATION && caller.admin());
    }

    private static boolean actedFor(MemberCaller caller, RunHead run) {
        return caller.memberId().equals(run.actingFor().memberId());
    }
}
