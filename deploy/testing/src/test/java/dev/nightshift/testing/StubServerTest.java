package dev.nightshift.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.MemberId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StubServerTest {
    private final StubServer server = StubServer.start();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aTokenIsProvedByThePublishedKey() throws Exception {
        MemberId member = MemberId.next();

        JwtClaims claims = verify(Tokens.admin(member, "Ada"));

        assertEquals(member.toString(), claims.getSubject());
        assertEquals(List.of("member", "admin"), claims.getStringListClaimValue("groups"));
    }

    @Test
    void aChangedTokenIsNot() {
        String token = Tokens.service("runner-service");
        String changed = token.replaceFirst("\\.[^.]{8}", ".eyJhIjoi");

        assertThrows(InvalidJwtException.class, () -> verify(changed));
    }

    @Test
    void aServiceGetsATokenUnderItsName() throws Exception {
        String basic = Base64.getEncoder().encodeToString("collab-service:secret".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/internal/oauth/token"))
                .header("Authorization", "Basic " + basic)
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();

        JsonNode answer = Json.mapper()
                .readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body());

        JwtClaims claims = verify("Bearer " + answer.path("access_token").asText());
        assertEquals("collab-service", claims.getStringClaimValue("name"));
        assertEquals("service", claims.getStringClaimValue("kind"));
    }

    @Test
    void whatATestAddsIsAnswered() throws Exception {
        StubServer.on("GET /internal/sessions/[^/]+", StubServer.json(200, "{\"kind\": \"chat\"}"));

        assertEquals("{\"kind\": \"chat\"}", get("/internal/sessions/7").body());
        assertEquals(404, get("/internal/sessions/7/more").statusCode());
    }

    private HttpResponse<String> get(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.url() + path)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private JwtClaims verify(String bearer) throws Exception {
        String jwks = get("/auth/jwks.json").body();
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setExpectedIssuer("nightshift")
                .setExpectedAudience("nightshift")
                .setRequireExpirationTime()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(jwks).getJsonWebKeys()))
                .build();
        return consumer.processToClaims(bearer.substring("Bearer ".length()));
    }
}
