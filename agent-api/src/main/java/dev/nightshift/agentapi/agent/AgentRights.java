package dev.nightshift.agentapi.agent;

import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.Visibility;
import dev.nightshift.service.token.Caller.MemberCaller;

/** Who may do what with an agent: the table of the public contract. */
@Decision
public final class AgentRights {
    private AgentRights() {}

    /** What a member wants to do. */
    public enum Action {
        /** The card only. */
        SEE_CARD,
        /** Instructions, schedule, limits, status, runs and their steps. */
        SEE_ALL,
        /** Change, start, pause, resume, run. */
        CHANGE,
        STOP,
        DELETE,
        /** Open a chat, which runs with the speaker's own rights. */
        CHAT
    }

    /** What the answer is. */
    public enum Verdict {
        ALLOWED,
        /** 403: the agent is visible, the action is not theirs. */
        FORBIDDEN,
        /** 404: as far as they may know, there is no such agent (or no such part of it). */
        HIDDEN
    }

    public static Verdict judge(MemberCaller caller, Agent agent, Action action) {
        boolean all = seesAll(caller, agent);
        if (!all && !seesCard(caller, agent)) {
            return Verdict.HIDDEN;
        }
        return switch (action) {
            case SEE_CARD, CHAT -> Verdict.ALLOWED;
            case SEE_ALL -> all ? Verdict.ALLOWED : agent.type() == AgentType.ORG ? Verdict.FORBIDDEN : Verdict.HIDDEN;
            case CHANGE -> all ? Verdict.ALLOWED : Verdict.FORBIDDEN;
            case STOP, DELETE -> all || caller.admin() ? Verdict.ALLOWED : Verdict.FORBIDDEN;
        };
    }

    /** The owner of a user agent, and every admin of an org agent. */
    static boolean seesAll(MemberCaller caller, Agent agent) {
        return switch (agent.type()) {
            case USER -> agent.owner().memberId().equals(caller.memberId());
            case ORG -> caller.admin();
        };
    }

    private static boolean seesCard(MemberCaller caller, Agent agent) {
        return caller.admin() || agent.settings().visibility() == Visibility.EVERYONE;
    }
}
