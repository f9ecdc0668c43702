package dev.nightshift.agentapi.group;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A group. Everybody sees {@code id} and {@code name}; all else is there for admins. Groups of origin {@code provider}
 * are what the identity provider says, and only read here.
 */
@Schema(name = "Group")
record GroupView(
        @Schema(required = true) UUID id,
        @Schema(required = true) String name,

        @Schema(enumeration = {"local", "provider"}) @Nullable String origin,

        @Nullable Long memberCount,
        @Nullable Instant createdAt) {

    /** What everybody may know. */
    GroupView forMembers() {
        return new GroupView(id, name, null, null, null);
    }
}
