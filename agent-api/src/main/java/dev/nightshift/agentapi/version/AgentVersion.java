package dev.nightshift.agentapi.version;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.contracts.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agent after one change. {@code snapshot} holds what the author wrote, and beside it {@link #STANDING}: what was
 * not written but decided.
 */
public record AgentVersion(AgentId agent, long version, Instant at, By by, VersionChange change, ObjectNode snapshot) {
    /** The parts of a snapshot that are no fields of the author's: state, its note, and the owner. */
    public static final List<String> STANDING = List.of("state", "stateNote", "owner");

    /** Who made the change; {@code id} is absent where it was the platform itself. */
    public record By(@Nullable UUID id, String name) {}

    /** What the author had written. */
    public ObjectNode written() {
        return snapshot.deepCopy().remove(STANDING);
    }
}
