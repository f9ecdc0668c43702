package dev.nightshift.scheduler.due;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Outcomes in the order of their due times, and the first due time that is still open. */
public record Decided(List<Outcome> outcomes, @Nullable Instant nextDueAt) {
    public Decided {
        outcomes = List.copyOf(outcomes);
    }

    /** The last due time that is decided; empty when nothing was. */
    public Optional<Instant> until() {
        return outcomes.isEmpty()
                ? Optional.empty()
                : Optional.of(outcomes.getLast().last());
    }
}
