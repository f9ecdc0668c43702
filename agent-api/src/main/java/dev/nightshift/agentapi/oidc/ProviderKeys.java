package dev.nightshift.agentapi.oidc;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The provider's public keys. An unknown key id makes them be fetched anew, at most once in ten seconds, so that rotated
 * keys are found and invented ids cost nothing.
 */
@ApplicationScoped
class ProviderKeys {
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofHours(6);

    private final ProviderCalls calls;
    private final InstantSource clock = InstantSource.system();
    private volatile @Nullable Fetched fetched;

    private record Fetched(List<JsonWebKey> keys, Instant at) {
        boolean has(@Nullable String keyId) {
            return keyId == null || keys.stream().anyMatch(key -> Objects.equals(key.getKeyId(), keyId));
        }
    }

    ProviderKeys(ProviderCalls calls) {
        this.calls = calls;
    }

    /** All keys, the one with this id among them where the provider has it. */
    Uni<List<JsonWebKey>> with(@Nullable String keyId, URI address) {
        Fetched last = fetched;
        Instant now = clock.instant();
        if (last != null && !mustFetch(last, keyId, now)) {
            return Uni.createFrom().item(last.keys());
        }
        return calls.get(address).map(reply -> {
            Fetched read = new Fetched(keys(reply), clock.instant());
            fetched = read;
            return read.keys();
        });
    }

    private static boolean mustFetch(Fetched last, @Nullable String keyId, Instant now) {
        return now.isAfter(last.at().plus(KEPT))
                || (!last.has(keyId) && now.isAfter(last.at().plus(PAUSE)));
    }

    private static List<JsonWebKey> keys(ProviderCalls.Reply reply) {
        try {
            return List.copyOf(new JsonWebKeySet(reply.body().toString()).getJsonWebKeys());
        } catch (JoseException e) {
            throw new ProviderAway("the provider's keys cannot be read");
        }
    }
}
