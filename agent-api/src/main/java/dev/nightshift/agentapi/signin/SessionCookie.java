package dev.nightshift.agentapi.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one cookie of the platform. It is opaque, out of reach of scripts, and sent by our own pages only. */
@ApplicationScoped
class SessionCookie {
    private static final Duration LIFE = Duration.ofDays(30);

    static final String NAME = "nightshift_session";

    private final boolean secure;

    SessionCookie(@ConfigProperty(name = "nightshift.public-url") Optional<URI> publicUrl) {
        this.secure = publicUrl.map(url -> "https".equals(url.getScheme())).orElse(false);
    }

    NewCookie holding(String token) {
        return cookie(token, (int) LIFE.toSeconds());
    }

    /** Makes a browser forget it. */
    NewCookie removed() {
        return cookie("", 0);
    }

    private NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(maxAge)
                .build();
    }
}
