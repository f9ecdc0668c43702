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
        /** What its author wrote, by itself: refused to who sees the card. */
        SEE_WRITTEN,
        /** Status, times and summary of the runs, where an admin shared those of an org agent. */
        SEE_RESULTS,
        /** Change, start, pause, resume, run, restore, remix. */
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
            case SEE_ALL -> all ? Verdict.ALLOWED : unseen(agent);
            case SEE_RESULTS -> all || sharesResults(agent) ? Verdict.ALLOWED : unseen(agent);
            case SEE_WRITTEN, CHANGE -> all ? Verdict.ALLOWED : Verdict.FORBIDDEN;
            case STOP, DELETE -> all || caller.admin() ? Verdict.ALLOWED : Verdict.FORBIDDEN;
        };
    }

    /** The card of a user agent says nothing of the rest; that an org agent works is no secret. */
    private static Verdict unseen(Agent agent) {
        return agent.type() == AgentType.ORG ? Verdict.FORBIDDEN : Verdict.HIDDEN;
    }

    private static boolean sharesResults(Agent agent) {
        return agent.type() == AgentType.ORG && agent.settings().sharesResults();
    }

    /** The owner of a user agent, and every admin of an org agent. */
    public static boolean seesAll(MemberCaller caller, Agent agent) {
        return switch (agent.type()) {
            case USER -> agent.owner().memberId().equals(caller.memberId());
            case ORG -> caller.admin();
        };
    }

    private static boolean seesCard(MemberCaller caller, Agent agent) {
        return caller.admin() || agent.settings().visibility() == Visibility.EVERYONE;
    }
}
