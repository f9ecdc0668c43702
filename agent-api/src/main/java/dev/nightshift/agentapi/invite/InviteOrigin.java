package dev.nightshift.agentapi.invite;

import dev.nightshift.agentapi.settings.AuthMode;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where invited people find this installation: the configured public address, or the one that the admin uses. */
@ApplicationScoped
class InviteOrigin {
    private final Optional<URI> publicUrl;
    private final AuthMode mode;

    InviteOrigin(@ConfigProperty(name = "nightshift.public-url") Optional<URI> publicUrl, AuthMode mode) {
        this.publicUrl = publicUrl;
        this.mode = mode;
    }

    /** Without a slash at its end. 404 where accounts are not made by invitation. */
    String of(HttpServerRequest request) {
        mode.requireAccounts();
        return publicUrl.map(url -> url.toString().replaceAll("/+$", "")).orElseGet(() -> own(request));
    }

    private static String own(HttpServerRequest request) {
        HostAndPort host = request.authority();
        return request.scheme() + "://" + (host == null ? request.localAddress().toString() : host.toString());
    }
}
