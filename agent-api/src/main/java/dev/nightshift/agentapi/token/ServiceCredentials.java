package dev.nightshift.agentapi.token;

import dev.nightshift.contracts.Decision;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads HTTP Basic credentials of a service and compares them in constant time. */
@Decision
final class ServiceCredentials {
    private static final Set<String> SERVICES = Set.of(
            "agent-api", "scheduler-service", "runner-service", "sandbox-service", "collab-service", "search-service");
    private static final String SCHEME = "Basic ";

    private ServiceCredentials() {}

    /** The service's name, or empty for wrong credentials. An empty secret lets nobody in. */
    static Optional<String> service(@Nullable String authorization, String secret) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(SCHEME.length()).trim());
            String pair = new String(decoded, StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon < 0 || secret.isEmpty()) {
                return Optional.empty();
            }
            String name = pair.substring(0, colon);
            boolean right = MessageDigest.isEqual(
                    pair.substring(colon + 1).getBytes(StandardCharsets.UTF_8),
                    secret.getBytes(StandardCharsets.UTF_8));
            return right && SERVICES.contains(name) ? Optional.of(name) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
