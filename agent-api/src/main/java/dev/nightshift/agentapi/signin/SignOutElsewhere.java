package dev.nightshift.agentapi.signin;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signing out where somebody signed in, besides here. */
public interface SignOutElsewhere {
    /**
     * The address that the browser must open for that; empty where there is none. {@code cookie} is that of the session,
     * which still exists.
     */
    Uni<Optional<URI>> address(RoutingContext context, @Nullable String cookie);
}
