package dev.nightshift.agentapi.member;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A member. Everybody sees {@code id} and {@code name}; all else is there for admins. {@code maxAgents} absent: the
 * installation's own limit. {@code hasPassword}: signs in here, not (only) at a provider.
 */
@Schema(name = "Member")
record MemberView(
        @Schema(required = true) UUID id,
        @Nullable String username,
        @Schema(required = true) String name,
        @Nullable String email,

        @Schema(enumeration = {"member", "admin"}) @Nullable String role,

        @Schema(enumeration = {"active", "disabled"}) @Nullable String state,

        @Nullable Integer maxAgents,
        @Nullable Boolean hasPassword,
        @Nullable Instant createdAt) {

    /** What everybody may know of everybody. */
    MemberView forMembers() {
        return new MemberView(id, null, name, null, null, null, null, null, null);
    }
}
