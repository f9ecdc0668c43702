package dev.nightshift.agentapi.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.nightshift.agentapi.AgentApiTest;
import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.contracts.SourceId;
import dev.nightshift.service.token.Caller.RunCaller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TokensTest extends AgentApiTest {
    private static final String SECRET = "the secret of the tests";

    @Inject
    PlatformTokens tokens;

    private static Response ask(String name, String secret, String grant) {
        return given().auth()
                .preemptive()
                .basic(name, secret)
                .formParam("grant_type", grant)
                .post("/internal/oauth/token");
    }

    private static JwtClaims verified(String token) throws Exception {
        String keys =
                given().get("/auth/jwks.json").then().statusCode(200).extract().asString();
        assertThat(keys).doesNotContain("\"d\"");
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys()))
                .setExpectedIssuer("nightshift")
                .setExpectedAudience("nightshift")
                .setRequireExpirationTime()
                .build();
        return consumer.processToClaims(token);
    }

    @Test
    void aServiceGetsATokenThatThePublishedKeysVerify() throws Exception {
        String token = ask("runner-service", SECRET, "client_credentials")
                .then()
                .statusCode(200)
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(60))
                .extract()
                .path("access_token");

        JwtClaims claims = verified(token);
        assertThat(claims.getStringClaimValue("kind")).isEqualTo("service");
        assertThat(claims.getSubject()).isEqualTo("runner-service");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("service");
    }

    @Test
    void wrongCredentialsGetNone() {
        ask("runner-service", "guess", "client_credentials")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        ask("stranger", SECRET, "client_credentials").then().statusCode(401);
        ask("runner-service", SECRET, "password").then().statusCode(400);
        given().formParam("grant_type", "client_credentials")
                .post("/internal/oauth/token")
                .then()
                .statusCode(401);
    }

    @Test
    void aRunTokenSaysWhatTheRunMayDo() throws Exception {
        UUID source = UUID.randomUUID();
        RunCaller run = new RunCaller(
                RunId.next(),
                AgentId.next(),
                SessionId.next(),
                ActingFor.member(adminId(), "Administrator"),
                Set.of(),
                Set.of(new SourceId(source)),
                Set.of("run_bash"));

        JwtClaims claims = verified(tokens.sign(run).await().atMost(SOON).token());

        assertThat(claims.getStringClaimValue("kind")).isEqualTo("run");
        assertThat(claims.getStringClaimValue("runId")).isEqualTo(run.runId().toString());
        assertThat(claims.getStringListClaimValue("sources")).isEqualTo(List.of(source.toString()));
        assertThat(claims.getStringListClaimValue("actions")).isEqualTo(List.of("run_bash"));
        assertThat(claims.getStringListClaimValue("groups")).isEqualTo(List.of("run"));
        assertThat(claims.getClaimValue("actingFor", java.util.Map.class))
                .containsEntry("memberId", adminId().toString())
                .containsEntry("kind", "member");
    }

    @Test
    void aServiceIsNoMemberAndAMemberIsNoService() {
        String service = "Bearer "
                + ask("runner-service", SECRET, "client_credentials")
                        .then()
                        .extract()
                        .<String>path("access_token");

        given().header("Authorization", service).get("/api/agents").then().statusCode(403);
        admin().get("/internal/sessions/" + UUID.randomUUID()).then().statusCode(403);
    }
}
