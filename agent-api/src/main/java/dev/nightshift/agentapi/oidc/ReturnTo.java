package dev.nightshift.agentapi.oidc;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The page that somebody wanted before signing in, kept in a cookie for each sign-in that has begun: several tabs may
 * sign in at once. Whatever comes back in it is checked again.
 */
@ApplicationScoped
class ReturnTo {
    private static final String PREFIX = "nightshift_to_";
    private static final Pattern STATE = Pattern.compile("[0-9a-zA-Z-]{1,64}");

    private final boolean secure;

    ReturnTo(@ConfigProperty(name = "nightshift.public-url") Optional<URI> publicUrl) {
        this.secure = publicUrl.map(url -> "https".equals(url.getScheme())).orElse(false);
    }

    /** {@code provider} is the address that the browser is sent to; its {@code state} names the sign-in. */
    NewCookie keep(URI provider, @Nullable String asked) {
        String page = URLEncoder.encode(LocalTarget.of(asked), StandardCharsets.UTF_8);
        return cookie(state(provider.getRawQuery()), page, (int) CodeFlowTenant.PATIENCE.toSeconds());
    }

    NewCookie removed(String state) {
        return cookie(STATE.matcher(state).matches() ? state : "none", "", 0);
    }

    /** The page for this callback. */
    String page(RoutingContext context) {
        String state = context.request().getParam("state");
        Cookie cookie = state != null && STATE.matcher(state).matches()
                ? context.request().getCookie(PREFIX + state)
                : null;
        try {
            return LocalTarget.of(cookie == null ? null : URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return LocalTarget.START;
        }
    }

    private static String state(String query) {
        return Arrays.stream(query.split("&"))
                .filter(pair -> pair.startsWith("state="))
                .map(pair -> pair.substring("state=".length()))
                .findFirst()
                .orElseThrow();
    }

    private NewCookie cookie(String state, String value, int maxAge) {
        return new NewCookie.Builder(PREFIX + state)
                .value(value)
                .path(CodeFlowTenant.CALLBACK)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(maxAge)
                .build();
    }
}
