package dev.nightshift.agentapi.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightshift.testing.ProviderPlay;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A company is told by the claim {@code hd}; access tokens are opaque. */
@QuarkusTest
@TestProfile(GoogleTest.Google.class)
class GoogleTest extends OidcTest {

    /** One company. */
    public static final class Google extends SignsInThere {
        @Override
        Map<String, String> settings() {
            return Map.of(
                    "base", "/google",
                    "nightshift.oidc.provider", "google",
                    "nightshift.oidc.allowed-domains", "example.com");
        }
    }

    @Test
    void onlyAccountsOfTheCompanyComeIn() {
        comesIn(with(claims("Alice"), "hd", "example.com"));

        isTurnedAway(signIn(ProviderPlay.person(claims("Private")), "/"), "domain_not_allowed");
        isTurnedAway(signIn(ProviderPlay.person(with(claims("Other"), "hd", "evil.org")), "/"), "domain_not_allowed");
    }

    @Test
    void theCompanysAccountsAreOffered() {
        assertThat(begin("/").address()).contains("hd=example.com");
    }

    @Test
    void accessTokensAreAskedAbout() {
        bearer(token("nightshift-web")).get("/api/me").then().statusCode(200);
        bearer(token("another-client")).get("/api/me").then().statusCode(401);
    }

    private static String token(String audience) {
        Map<String, Object> alice = with(claims("Alice"), "hd", "example.com");
        Map<String, Object> info =
                new HashMap<>(Map.of("sub", alice.get("sub"), "aud", audience, "email", alice.get("email")));
        info.put("email_verified", "true");
        return provider().opaque(Map.of("introspection", info, "userInfo", alice));
    }

    static Map<String, Object> claims(String name) {
        Map<String, Object> claims = OidcTest.claims(name);
        claims.put("iss", setting("nightshift.test.provider") + "/google");
        return claims;
    }
}
