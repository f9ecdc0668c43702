package dev.nightshift.agentapi.signin;

import dev.nightshift.agentapi.member.Member;
import dev.nightshift.agentapi.token.OwnTokens;
import dev.nightshift.service.token.CurrentCaller;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a caller by a platform token or by the session cookie. A request with {@code Authorization} is judged by
 * that alone.
 */
@ApplicationScoped
class SignInMechanism implements HttpAuthenticationMechanism {
    private static final String BEARER = "Bearer ";
    private static final Set<String> MEMBER = Set.of("member");
    private static final Set<String> ADMIN = Set.of("member", "admin");

    private final OwnTokens tokens;
    private final BrowserSessions sessions;
    private final InstantSource clock = InstantSource.system();

    SignInMechanism(OwnTokens tokens, BrowserSessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            return byHeader(authorization);
        }
        Cookie cookie = context.request().getCookie(SessionCookie.NAME);
        return cookie == null ? nobody() : byCookie(cookie.getValue());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    private Uni<SecurityIdentity> byHeader(String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? tokens.identity(authorization.substring(BEARER.length()).trim())
                : nobody();
    }

    private Uni<SecurityIdentity> byCookie(String token) {
        return sessions.member(token, clock.instant()).map(SignInMechanism::identity);
    }

    private static @Nullable SecurityIdentity identity(Optional<Member> member) {
        return member.<SecurityIdentity>map(m -> QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal(m.memberId().toString()))
                        .addRoles(m.isAdmin() ? ADMIN : MEMBER)
                        .addAttribute(CurrentCaller.ATTRIBUTE, m.asCaller())
                        .build())
                .orElse(null);
    }

    private static Uni<SecurityIdentity> nobody() {
        return Uni.createFrom().nullItem();
    }
}
