package dev.nightshift.agentapi.run;

import dev.nightshift.agentapi.agent.Agent;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.RunEvent.Known;
import dev.nightshift.contracts.RunEvent.RunFailed;
import dev.nightshift.contracts.RunEvent.RunQueued;
import dev.nightshift.contracts.RunEvent.RunSkipped;
import dev.nightshift.contracts.SessionId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of the history. */
@Decision
public record Run(RunHead head, RunProgress progress) {

    /**
     * The run that an event makes known; empty for events that come later in a run's life. A failure comes first where
     * nobody could read the due record: of such a run only the agent is known, and of one in a chat not even for whom.
     */
    static Optional<Run> madeKnownBy(Known event, @Nullable Agent agent) {
        return switch (event) {
            case RunQueued queued -> Optional.of(new Run(RunHead.of(queued), RunProgress.PENDING));
            case RunSkipped skipped -> Optional.of(new Run(RunHead.of(skipped), RunProgress.PENDING));
            case RunFailed failed
            when failed.n() == 1 && agent != null && isAlone(failed) ->
                Optional.of(new Run(RunHead.of(failed, agent), RunProgress.PENDING));
            default -> Optional.empty();
        };
    }

    /** Background runs have a session of their own. */
    private static boolean isAlone(RunFailed failed) {
        return failed.sessionId().equals(SessionId.ofRun(failed.runId()));
    }

    Run after(Known event) {
        return new Run(head, progress.after(event));
    }
}
