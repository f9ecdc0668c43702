package dev.nightshift.agentapi.oidc;

import static org.hamcrest.Matchers.equalTo;

import dev.nightshift.testing.ProviderPlay;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One address for all organisations, each an issuer of its own. */
@QuarkusTest
@TestProfile(MicrosoftTest.Microsoft.class)
class MicrosoftTest extends OidcTest {
    private static final String TENANT = "11111111-2222-3333-4444-555555555555";

    /** All organisations. */
    public static final class Microsoft extends SignsInThere {
        @Override
        Map<String, String> settings() {
            return Map.of(
                    "base", "/common/v2.0",
                    "nightshift.oidc.provider", "microsoft",
                    "nightshift.oidc.allowed-domains", "example.com");
        }
    }

    @Test
    void theIssuerIsThatOfThePersonsOrganisation() {
        as(signIn(ProviderPlay.person(ofTenant(TENANT, TENANT)), "/").cookie(COOKIE))
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("email", equalTo("alice@example.com"));
    }

    @Test
    void anotherIssuerIsRefused() {
        String other = UUID.randomUUID().toString();

        isTurnedAway(signIn(ProviderPlay.person(ofTenant(TENANT, other)), "/"), "failed");
        isTurnedAway(signIn(ProviderPlay.person(ofTenant("../" + TENANT, TENANT)), "/"), "failed");
        isTurnedAway(
                signIn(ProviderPlay.person(with(ofTenant(TENANT, TENANT), "iss", "https://evil.example")), "/"),
                "failed");
    }

    @Test
    void anAddressThatAnyDirectoryMayClaimIsNotVerified() {
        Map<String, Object> claimed = ofTenant(TENANT, TENANT);
        claimed.remove("xms_edov");

        isTurnedAway(signIn(ProviderPlay.person(claimed), "/"), "email_not_verified");
    }

    @Test
    void accessTokensAreForTheApplication() {
        Map<String, Object> alice = ofTenant(TENANT, TENANT);

        bearer(provider().token(ProviderPlay.person(with(alice, "aud", "api://nightshift-web"))))
                .get("/api/me")
                .then()
                .statusCode(200);
        bearer(provider().token(ProviderPlay.person(with(alice, "aud", "https://graph.microsoft.com"))))
                .get("/api/me")
                .then()
                .statusCode(401);
    }

    private static Map<String, Object> ofTenant(String issuing, String tenant) {
        return new HashMap<>(Map.of(
                "sub",
                UUID.randomUUID().toString(),
                "preferred_username",
                "alice@example.com",
                "name",
                "Alice",
                "email",
                "alice@example.com",
                "xms_edov",
                true,
                "tid",
                tenant,
                "iss",
                setting("nightshift.test.provider") + "/" + issuing + "/v2.0"));
    }
}
