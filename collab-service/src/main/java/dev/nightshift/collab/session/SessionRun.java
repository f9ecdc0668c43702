package dev.nightshift.collab.session;

import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.RunStatus;
import dev.nightshift.contracts.SessionId;

/**
 * How far a run's journal has been taken over: {@code lastN} is the last number, 0 for none; {@code held} says that
 * later ones wait for a missing one.
 */
public record SessionRun(
        RunId runId, SessionId sessionId, AgentId agentId, long lastN, RunStatus status, boolean held) {

    /** A run that is due and of which nothing has been heard. */
    public static SessionRun due(RunId run, SessionId session, AgentId agent) {
        return new SessionRun(run, session, agent, 0, RunStatus.PENDING, false);
    }

    public SessionRun reached(long n, RunStatus reached) {
        return new SessionRun(runId, sessionId, agentId, n, reached, held);
    }

    public SessionRun holding(boolean some) {
        return new SessionRun(runId, sessionId, agentId, lastN, status, some);
    }
}
