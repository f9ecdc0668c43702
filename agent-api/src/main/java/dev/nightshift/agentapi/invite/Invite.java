package dev.nightshift.agentapi.invite;

import dev.nightshift.service.problem.Problem;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A way in for one person, within 72 hours. Its code is shown once, as the end of {@code url}. */
@Schema(name = "Invite")
record Invite(
        @Schema(required = true) UUID id,

        @Schema(description = "The link to send to the person; shown only when the invite is made") @Nullable String url,

        @Schema(
                required = true,
                enumeration = {"member", "admin"})
        String role,

        @Nullable String email,

        @Schema(
                required = true,
                enumeration = {"open", "used", "expired", "revoked"})
        String state,

        @Schema(required = true) Person createdBy,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant expiresAt,
        @Nullable Person usedBy,
        @Nullable Instant usedAt) {

    /** Somebody who made or used an invite. */
    @Schema(name = "InvitePerson")
    record Person(
            @Schema(required = true) UUID id,
            @Schema(required = true) String name) {}

    /** What may become of an invite. */
    enum State {
        OPEN,
        USED,
        EXPIRED,
        REVOKED;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Invite withUrl(String link) {
        return new Invite(id, link, role, email, state, createdBy, createdAt, expiresAt, usedBy, usedAt);
    }

    Invite with(String newRole, @Nullable String newEmail) {
        return new Invite(id, url, newRole, newEmail, state, createdBy, createdAt, expiresAt, usedBy, usedAt);
    }

    /** Fails with the reason when nobody comes in with it any more. */
    void requireOpen() {
        switch (State.valueOf(state.toUpperCase(Locale.ROOT))) {
            case OPEN -> {}
            case USED -> throw Problem.conflict("This invite was used already.").as("invite-used", "Invite used");
            case EXPIRED ->
                throw Problem.conflict("This invite has expired; ask for a new one.")
                        .as("invite-expired", "Invite expired");
            case REVOKED -> throw unknown();
        }
    }

    /** Nobody learns whether there ever was one. */
    static Problem unknown() {
        return Problem.notFound("invite").as("invite-unknown", "Invite unknown");
    }
}
