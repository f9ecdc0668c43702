package dev.nightshift.agentapi.credential;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.nightshift.agentapi.AgentApiTest;
import dev.nightshift.agentapi.token.PlatformTokens;
import dev.nightshift.service.token.Caller.ServiceCaller;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CredentialsTest extends AgentApiTest {
    @Inject
    PlatformTokens platformTokens;

    @Inject
    OpenStreams streams;

    @TestHTTPResource
    URI address;

    private record Token(String id, String text) {}

    private static Token token(Person person, String... scopes) {
        var made = person.calls(Map.of("name", "socket", "scopes", List.of(scopes)))
                .post("/api/tokens")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Token(made.getString("id"), made.getString("token"));
    }

    private String session(Person person) {
        return "session:"
                + pool.preparedQuery("select id from browser_sessions where member_id = $1")
                        .execute(Tuple.of(person.id().value()))
                        .await()
                        .atMost(SOON)
                        .iterator()
                        .next()
                        .getUUID("id");
    }

    private void set(Person person, String assignment) {
        pool.preparedQuery("update members set " + assignment + " where id = $1")
                .execute(Tuple.of(person.id().value()))
                .await()
                .atMost(SOON);
    }

    private ValidatableResponse check(Map<?, ?>... holders) {
        String service = platformTokens
                .sign(new ServiceCaller("collab-service"))
                .await()
                .atMost(SOON)
                .bearer();
        return given().header("Authorization", service)
                .contentType(ContentType.JSON)
                .body(Map.of("holders", List.of(holders)))
                .post("/internal/credentials/check")
                .then();
    }

    private static Map<String, String> holder(Person person, String credential) {
        Map<String, String> holder =
                new HashMap<>(Map.of("memberId", person.id().toString()));
        if (credential != null) {
            holder.put("credential", credential);
        }
        return holder;
    }

    @Test
    void whatIsGoneIsNamedByItsPlace() {
        Person here = person("Here");
        Person gone = person("Gone");
        Person boss = person("Boss");
        Token good = token(here, "write");
        Token revoked = token(here, "write");
        Token expired = token(here, "write");
        Token admins = token(boss, "write", "admin");
        Token plain = token(boss, "write");
        here.calls().delete("/api/tokens/" + revoked.id()).then().statusCode(204);
        pool.preparedQuery("update access_tokens set expires_at = now() where id = $1")
                .execute(Tuple.of(UUID.fromString(expired.id())))
                .await()
                .atMost(SOON);
        String left = session(gone);
        set(gone, "state = 'disabled'");
        set(boss, "role = 'admin'");

        check(
                        holder(here, session(here)),
                        holder(here, "session:" + UUID.randomUUID()),
                        holder(here, "token:" + good.id()),
                        holder(here, "token:" + revoked.id()),
                        holder(here, "token:" + expired.id()),
                        holder(here, null),
                        holder(gone, null),
                        holder(gone, left),
                        holder(boss, "token:" + admins.id()),
                        holder(boss, "token:" + plain.id()),
                        holder(boss, null),
                        holder(boss, "token:" + good.id()))
                .statusCode(200)
                .body("gone", contains(1, 3, 4, 6, 7, 11))
                .body("admins", contains(8, 10));
        check().statusCode(200).body("gone", empty()).body("admins", empty());
    }

    @Test
    void onlyServicesAskAndWhatTheyAskIsChecked() {
        Person person = person("Nosy");
        person.calls(Map.of("holders", List.of()))
                .post("/internal/credentials/check")
                .then()
                .statusCode(403);
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/internal/credentials/check")
                .then()
                .statusCode(401);
        check(holder(person, "password:1")).statusCode(400).body("errors[0].field", equalTo("holders[0]"));
        check(Map.of("memberId", "nobody")).statusCode(400);
        List<Map<?, ?>> many = new ArrayList<>();
        for (int i = 0; i <= 10_000; i++) {
            many.add(holder(person, null));
        }
        check(many.toArray(Map[]::new)).statusCode(400).body("errors[0].field", equalTo("holders"));
    }

    private CompletableFuture<Integer> panel(String header, String value) {
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        CompletableFuture<Void> first = new CompletableFuture<>();
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header(header, value)
                .buildAsync(
                        URI.create("ws://127.0.0.1:" + address.getPort() + "/background-agent-ws"),
                        new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
                                first.complete(null);
                                socket.request(1);
                                return null;
                            }

                            @Override
                            public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                                closed.complete(code);
                                return null;
                            }
                        })
                .join();
        first.orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join();
        return closed;
    }

    private static int code(CompletableFuture<Integer> closed) {
        return closed.orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join();
    }

    private void look() {
        streams.look().await().atMost(SOON);
    }

    @Test
    void revokingATokenClosesItsPanelAtOnceAndNoOther() {
        Person person = person("Panelist");
        Token token = token(person, "write");
        CompletableFuture<Integer> revoked = panel("Authorization", "Bearer " + token.text());
        CompletableFuture<Integer> stays = panel("Cookie", COOKIE + "=" + person.cookie());

        person.calls().delete("/api/tokens/" + token.id()).then().statusCode(204);

        assertThat(code(revoked)).isEqualTo(4401);
        look();
        assertThat(stays).isNotDone();
    }

    @Test
    void thePanelOfADisabledMemberIsClosedAtTheNextLook() {
        Person person = person("Disabled");
        CompletableFuture<Integer> closed = panel("Cookie", COOKIE + "=" + person.cookie());
        set(person, "state = 'disabled'");

        look();

        assertThat(code(closed)).isEqualTo(4401);
    }

    @Test
    void thePanelOfADemotedAdminIsClosedAsSuch() {
        Person person = person("Demoted");
        set(person, "role = 'admin'");
        CompletableFuture<Integer> closed = panel("Cookie", COOKIE + "=" + person.cookie());
        set(person, "role = 'member'");

        look();

        assertThat(code(closed)).isEqualTo(4403);
    }

    @Test
    void signingOutClosesThePanel() {
        Person person = person("Leaving");
        CompletableFuture<Integer> closed = panel("Cookie", COOKIE + "=" + person.cookie());

        person.calls().post("/auth/logout").then();

        assertThat(code(closed)).isEqualTo(4401);
    }

    @Test
    void theStreamOfEventsEndsWithItsCredential() throws Exception {
        Person person = person("Streamer");
        Token token = token(person, "read");
        HttpURLConnection stream =
                (HttpURLConnection) URI.create("http://127.0.0.1:" + address.getPort() + "/api/events")
                        .toURL()
                        .openConnection();
        stream.setRequestProperty("Authorization", "Bearer " + token.text());
        stream.setReadTimeout((int) SOON.toMillis());
        InputStream events = stream.getInputStream();
        assertThat(events.read()).isPositive();

        person.calls().delete("/api/tokens/" + token.id()).then().statusCode(204);

        assertThat(new String(events.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("open");
        person.calls().get("/api/me").then().statusCode(200);
        given().header("Authorization", "Bearer " + token.text())
                .get("/api/events")
                .then()
                .statusCode(401);
    }
}
