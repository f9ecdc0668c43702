package dev.nightshift.agentapi.emergency;

import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.Decision;
import java.time.Instant;

/** An emergency stop in force: since when, by whom, and why. */
@Decision
public record Emergency(Instant since, Author by, String reason) {

    /** For everybody who is refused because of it, and for what it ended. */
    public String sentence() {
        return "Emergency stop by " + by.name() + ": " + reason;
    }
}
