package dev.nightshift.agentapi.oidc;

import dev.nightshift.agentapi.signin.SignOutElsewhere;
import dev.nightshift.agentapi.signin.SignOutHints;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sign-out that the application begins (OpenID Connect RP-Initiated Logout 1.0), where the provider has it. */
@ApplicationScoped
class SignOutAtProvider implements SignOutElsewhere {
    private final Provider provider;
    private final CodeFlowTenant tenant;
    private final SignOutHints hints;

    SignOutAtProvider(Provider provider, CodeFlowTenant tenant, SignOutHints hints) {
        this.provider = provider;
        this.tenant = tenant;
        this.hints = hints;
    }

    /** Nobody stays signed in here because the provider is away: then there is no address. */
    @Override
    public Uni<Optional<URI>> address(RoutingContext context, @Nullable String cookie) {
        if (provider.settings().isEmpty() || cookie == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        OidcSettings settings = provider.settings().get();
        String back = tenant.origin(context) + "/sign-in";
        return hints.of(cookie)
                .chain(hint -> hint.isEmpty()
                        ? Uni.createFrom().item(Optional.<URI>empty())
                        : provider.lately()
                                .map(discovery -> address(discovery, settings, hint.get(), back))
                                .onFailure(ProviderAway.class)
                                .recoverWithItem(Optional.empty()));
    }

    private static Optional<URI> address(Discovery discovery, OidcSettings settings, String hint, String back) {
        URI end = discovery.endSession();
        if (end == null) {
            return Optional.empty();
        }
        Map<String, String> parameters = new TreeMap<>(Map.of(
                "id_token_hint", hint,
                "client_id", settings.client().id(),
                "post_logout_redirect_uri", back));
        String query = parameters.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Optional.of(URI.create(end + (end.getRawQuery() == null ? "?" : "&") + query));
    }
}
