package dev.nightshift.agentapi.signin;

import dev.nightshift.agentapi.settings.SignInMode;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** A signed-in browser, by its session cookie. */
@ApplicationScoped
class CookieSignIn implements RequestSignIn {
    private final BrowserSessions sessions;

    CookieSignIn(BrowserSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public boolean serves(SignInMode mode) {
        return mode == SignInMode.ACCOUNTS || mode == SignInMode.OIDC;
    }

    @Override
    public Uni<Optional<MemberCaller>> identify(HttpServerRequest request) {
        Cookie cookie = request.getCookie(SessionCookie.NAME);
        return cookie == null ? Uni.createFrom().item(Optional.empty()) : sessions.caller(cookie.getValue());
    }
}
