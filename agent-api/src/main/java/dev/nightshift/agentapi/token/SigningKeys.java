package dev.nightshift.agentapi.token;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The keys as this node knows them. They are kept in the database, so that every node signs with the same. */
@ApplicationScoped
class SigningKeys {
    /** Tokens with made-up key ids must not make us read the table again and again. */
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(1);

    private final SigningKeyRows rows;
    private final InstantSource clock = InstantSource.system();
    private volatile @Nullable KeyRing known;

    SigningKeys(SigningKeyRows rows) {
        this.rows = rows;
    }

    /** The key that signs; made when there is none yet. */
    Uni<SigningKey> active() {
        return ring().map(KeyRing::active);
    }

    /** The published key with this id, or empty; one that is not known here is looked for once more. */
    Uni<Optional<SigningKey>> byId(UUID id) {
        return ring().chain(ring -> ring.byId(id).isPresent() || !ring.isOlderThan(AT_MOST_EVERY, clock.instant())
                ? Uni.createFrom().item(ring.byId(id))
                : reload().map(fresh -> fresh.byId(id)));
    }

    Uni<KeyRing> ring() {
        KeyRing ring = known;
        return ring == null ? reload() : Uni.createFrom().item(ring);
    }

    Uni<KeyRing> reload() {
        return rows.read(clock.instant())
                .chain(found -> found.map(Uni.createFrom()::item).orElseGet(this::make))
                .invoke(ring -> known = ring);
    }

    private Uni<KeyRing> make() {
        return rows.makeFirst()
                .chain(() -> rows.read(clock.instant()))
                .map(found -> found.orElseThrow(() -> new IllegalStateException("no key was made")));
    }
}
