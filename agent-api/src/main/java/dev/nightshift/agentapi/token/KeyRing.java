package dev.nightshift.agentapi.token;

import dev.nightshift.contracts.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The keys that a node knows: the one that signs, and all that are published, as of {@code readAt}. */
@Decision
record KeyRing(SigningKey active, List<SigningKey> published, Instant readAt) {
    KeyRing {
        published = List.copyOf(published);
        if (!published.contains(active)) {
            throw new IllegalArgumentException("the key that signs is published");
        }
    }

    Optional<SigningKey> byId(UUID id) {
        return published.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    boolean isOlderThan(Duration age, Instant now) {
        return readAt.plus(age).isBefore(now);
    }
}
