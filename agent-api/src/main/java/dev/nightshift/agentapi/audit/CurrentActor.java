package dev.nightshift.agentapi.audit;

import dev.nightshift.service.token.CurrentCaller;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Who sends this request, for the audit log. Ask before leaving the request's thread, and keep the answer. */
@RequestScoped
public class CurrentActor {
    private final SecurityIdentity identity;
    private final RoutingContext context;

    CurrentActor(SecurityIdentity identity, RoutingContext context) {
        this.identity = identity;
        this.context = context;
    }

    public Actor get() {
        return Actor.of(CurrentCaller.of(identity), address());
    }

    /** For requests of people who have not signed in. */
    public Actor anonymous(@Nullable String name) {
        return Actor.anonymous(name, address());
    }

    /** The client's address as the connection says; headers are not believed. */
    public @Nullable String address() {
        HttpServerRequest request = context.request();
        return request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
    }
}
