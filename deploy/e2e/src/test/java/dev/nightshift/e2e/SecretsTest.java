package dev.nightshift.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Secrets are where they belong: not in logs, not in addresses, and not the same after a sign-in as before. */
class SecretsTest {
    private static final Pattern SECRET = Pattern.compile(
            "nsp_[\\w-]{30,}|whsec_[\\w+/=-]{20,}|eyJ[\\w-]+\\.eyJ[\\w-]+|nightshift_session=[\\w-]{20,}");

    private final String url = SharedStack.stack().url();
    private final Door admin = SharedStack.door();

    SecretsTest() throws Exception {}

    /** Whatever the tests before this one did is in these logs too. */
    @Test
    void noLogOfAnyServiceHoldsOne() throws Exception {
        List<String> secrets = useThemAll();
        assertThat(secrets).hasSize(9).allMatch(secret -> secret.length() >= 12);

        List<String> found = new ArrayList<>();
        int logs = 0;
        for (Path log : logs()) {
            logs++;
            String text = Files.readString(log, StandardCharsets.ISO_8859_1);
            secrets.stream().filter(text::contains).forEach(secret -> found.add(log + " has " + secret));
            Matcher matcher = SECRET.matcher(text);
            while (matcher.find()) {
                found.add(log + " has " + matcher.group());
            }
        }

        assertThat(found).isEmpty();
        assertThat(logs).isGreaterThan(6);
    }

    @Test
    void aTokenInAnAddressIsNone() throws Exception {
        String token = token();
        for (String name : List.of("access_token", "token", "authorization", "bearer", "nightshift_session")) {
            String query = "?" + name + "=" + token;
            for (String path : List.of("/api/me", "/api/sessions", "/api/sources")) {
                assertThat(Door.nobody(url).send("GET", path + query, null).statusCode())
                        .isEqualTo(401);
            }
            assertThat(Door.nobody(url).greeting("/background-agent-ws" + query))
                    .isEqualTo(401);
            assertThat(Door.nobody(url).greeting("/ws/sessions/" + UUID.randomUUID() + query))
                    .isEqualTo(401);
        }
    }

    /** Somebody put a cookie of their choice, or of their own, into the victim's browser before the sign-in. */
    @Test
    void aSessionThatWasThereBeforeIsNotTheOneThatIsSignedIn() throws Exception {
        Door attacker = admin.invite("fix-" + UUID.randomUUID(), "member", LocalStack.PASSWORD);
        for (String planted : List.of("nightshift_session=" + "A".repeat(43), attacker.cookie())) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/auth/login"))
                    .timeout(Duration.ofSeconds(30))
                    .header("Content-Type", "application/json")
                    .header("Cookie", planted)
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"username\": \"admin\", \"password\": \"" + LocalStack.PASSWORD + "\"}"))
                    .build();
            HttpResponse<String> answer = admin.http().send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(204);
            String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(cookie).contains("HttpOnly", "SameSite=Lax").doesNotContain(planted);
            assertThat(me(planted).statusCode()).isEqualTo(401);
        }
    }

    private HttpResponse<String> me(String cookie) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/me"))
                .header("Cookie", cookie)
                .build();
        return admin.http().send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** In right and in wrong places, with and without success. */
    private List<String> useThemAll() throws Exception {
        String password = "a password " + UUID.randomUUID();
        String username = "secretive-" + UUID.randomUUID();
        String code = admin.post("/api/invites", Door.JSON.createObjectNode().put("role", "member"), 201)
                .path("url")
                .asText()
                .replaceAll(".*/", "");
        ObjectNode account = Door.JSON
                .createObjectNode()
                .put("invite", code)
                .put("username", username)
                .put("password", password);
        Door nobody = Door.nobody(url);
        nobody.send("GET", "/auth/invite/" + code, null);
        nobody.send("POST", "/auth/register", account.deepCopy().put("unknown", 1));
        nobody.send("POST", "/auth/register", account);
        nobody.send("POST", "/auth/register", account);
        Door door = Door.signIn(url, username, password);
        nobody.send("POST", "/auth/login", account.deepCopy().put("password", password + "x"));
        String token = token();
        Door bearer = Door.bearer(url, token);
        for (String path : List.of("/api/me", "/api/sessions", "/api/sources", "/api/runs/x", "/ws/sessions/x")) {
            bearer.send("GET", path + "?access_token=" + token, null);
            door.send("GET", path, null);
        }
        Door.bearer(url, token + "x").send("GET", "/api/me", null);
        JsonNode device = Door.JSON.readTree(
                nobody.form("/auth/device/code", "client_id=x").body());
        nobody.form(
                "/auth/device/token",
                "client_id=x&device_code=" + device.path("device_code").asText());
        ObjectNode webhook = Door.JSON.createObjectNode().put("name", "x").put("url", "http://127.0.0.1:9/");
        webhook.putArray("events").add("background_task_error");
        JsonNode hook = door.post("/api/webhooks", webhook, 201);
        door.send("POST", "/api/webhooks/" + hook.path("id").asText() + "/test", null);
        String id = door.get("/api/me").path("id").asText();
        String reset = Door.JSON
                .readTree(admin.send("POST", "/api/members/" + id + "/reset-password", null)
                        .body())
                .path("password")
                .asText();
        String service = Files.readString(SharedStack.stack().data().resolve("service-secret"))
                .strip();
        return List.of(
                password,
                code,
                value(door.cookie()),
                value(admin.cookie()),
                token,
                device.path("device_code").asText(),
                hook.path("secret").asText(),
                reset,
                service);
    }

    private static String value(String cookie) {
        return cookie.substring(cookie.indexOf('=') + 1);
    }

    private String token() throws IOException, InterruptedException {
        return admin.post("/api/tokens", Door.JSON.createObjectNode().put("name", "secret"), 201)
                .path("token")
                .asText();
    }

    private static List<Path> logs() throws IOException {
        Path data = SharedStack.stack().data();
        try (Stream<Path> files = Files.list(data.resolve("logs"))) {
            return Stream.concat(files, Stream.of(data.resolve("launcher.log"))).toList();
        }
    }
}
