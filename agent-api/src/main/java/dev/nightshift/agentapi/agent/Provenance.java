package dev.nightshift.agentapi.agent;

import dev.nightshift.contracts.AgentId;
import org.jspecify.annotations.Nullable;

/** Where an agent came from; {@code remixOf} is the agent that a remix was made of, even where that one is gone. */
public record Provenance(Origin origin, @Nullable AgentId remixOf) {
    public static final Provenance LOCAL = new Provenance(Origin.LOCAL, null);
    public static final Provenance INSTALLED = new Provenance(Origin.INSTALLED, null);

    public Provenance {
        if ((origin == Origin.REMIX) != (remixOf != null)) {
            throw new IllegalArgumentException("a remix, and nothing else, was made of another agent");
        }
    }

    public static Provenance remixOf(AgentId agent) {
        return new Provenance(Origin.REMIX, agent);
    }
}
