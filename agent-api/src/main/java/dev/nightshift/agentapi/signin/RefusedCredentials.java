package dev.nightshift.agentapi.signin;

import dev.nightshift.agentapi.audit.Act;
import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.AuditLog;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes down that somebody came with what is no credential. Anybody can do so as often as they like, so each way and
 * address is written down once a minute, by each node.
 */
@ApplicationScoped
public class RefusedCredentials {
    private static final Logger LOG = Logger.getLogger(RefusedCredentials.class);
    private static final int MOST_ADDRESSES = 10_000;
    private static final String OF_THE_PLATFORM = "/internal/";

    private final AuditLog audit;
    private final InstantSource clock = InstantSource.system();
    private final AtMostOncePer often = new AtMostOncePer(Duration.ofMinutes(1), MOST_ADDRESSES);

    RefusedCredentials(AuditLog audit) {
        this.audit = audit;
    }

    /**
     * Does not wait for it. {@code way}: {@code token}, {@code proxy} or {@code none}. A run whose token has just ended
     * is no attack: what the platform's own services ask is left out.
     */
    public void note(HttpServerRequest request, String way) {
        String address = address(request);
        if (request.path() == null
                || request.path().startsWith(OF_THE_PLATFORM)
                || !often.passes(way + " " + address, clock.instant())) {
            return;
        }
        audit.write(Actor.anonymous(null, address), Act.refused("session.refused", null, Map.of("way", way)))
                .subscribe()
                .with(written -> {}, failure -> LOG.warnf("a refusal was not written down reason=%s", failure));
    }

    private static @Nullable String address(HttpServerRequest request) {
        return request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
    }
}
