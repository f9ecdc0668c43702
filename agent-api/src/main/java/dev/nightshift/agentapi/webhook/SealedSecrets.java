package dev.nightshift.agentapi.webhook;

import dev.nightshift.agentapi.secret.SealedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Signing secrets as the database keeps them: a signature needs the secret itself, so it is encrypted, with a key derived
 * from the service secret, and bound to its webhook. A copy of the database alone signs nothing.
 */
@ApplicationScoped
class SealedSecrets {
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SealedText sealed;

    SealedSecrets(SealedText sealed) {
        this.sealed = sealed;
    }

    /** A new secret, as its owner is shown it once. */
    static String fresh() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Signature.SECRET_PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    String seal(UUID webhook, String secret) {
        return sealed.seal(webhook + secret);
    }

    /** Empty when it was sealed for another webhook, or under another service secret. */
    Optional<String> open(UUID webhook, String text) {
        try {
            String open = sealed.open(text);
            String bound = webhook.toString();
            return open.startsWith(bound) ? Optional.of(open.substring(bound.length())) : Optional.empty();
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }
}
