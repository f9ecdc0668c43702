package dev.nightshift.agentapi.run;

import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.RunEvent.Known;
import dev.nightshift.contracts.RunEvent.RunQueued;
import dev.nightshift.contracts.RunEvent.RunSkipped;
import java.util.Optional;

/** One run of the history. */
@Decision
public record Run(RunHead head, RunProgress progress) {

    /** The run that an event makes known; empty for events that come later in a run's life. */
    static Optional<Run> madeKnownBy(Known event) {
        return switch (event) {
            case RunQueued queued -> Optional.of(new Run(RunHead.of(queued), RunProgress.PENDING));
            case RunSkipped skipped -> Optional.of(new Run(RunHead.of(skipped), RunProgress.PENDING));
            default -> Optional.empty();
        };
    }

    Run after(Known event) {
        return new Run(head, progress.after(event));
    }
}
