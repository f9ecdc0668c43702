package dev.nightshift.agentapi.signin;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A signed-in browser. Only the hash of its cookie is stored. */
@Entity
@Table(name = "browser_sessions")
class BrowserSession extends PanacheEntityBase {
    static final Duration LONGEST = Duration.ofDays(30);
    static final Duration IDLE = Duration.ofDays(7);

    /** How old the last use may be before it is written again. */
    static final Duration TOUCH = Duration.ofMinutes(5);

    @Id
    UUID id;

    byte[] tokenHash;
    UUID memberId;
    Instant createdAt;
    Instant lastSeenAt;
    Instant expiresAt;

    boolean isOver(Instant now) {
        return !now.isBefore(expiresAt) || !now.isBefore(lastSeenAt.plus(IDLE));
    }

    boolean wantsTouch(Instant now) {
        return now.isAfter(lastSeenAt.plus(TOUCH));
    }
}
