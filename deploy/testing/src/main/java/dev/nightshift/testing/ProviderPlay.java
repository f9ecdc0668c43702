package dev.nightshift.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nightshift.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** People and attackers at the {@link ScriptedProvider}. */
public final class ProviderPlay {
    /** Writes null too: that takes a claim away. */
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    /** {@code url}: the setting {@code nightshift.test.provider}. */
    public ProviderPlay(String url) {
        this.url = url;
    }

    /** Somebody, by what the provider says of them. */
    public static Map<String, Object> person(Map<String, Object> claims) {
        return new HashMap<>(Map.of("claims", claims));
    }

    /** The same person with a token that has a {@code flaw}: none, symmetric, foreign-key, nonce or no-id-token. */
    public static Map<String, Object> flawed(String flaw, Map<String, Object> claims) {
        return new HashMap<>(Map.of("claims", claims, "flaw", flaw));
    }

    /** The person agrees to the sign-in at this address of the provider; the answer is where the browser is sent. */
    public String agree(String address, Map<String, Object> person) {
        return post("/play/authorize?" + URI.create(address).getRawQuery(), person)
                .path("location")
                .asText();
    }

    /** A signed access token. */
    public String token(Map<String, Object> person) {
        return post("/play/token", person).path("token").asText();
    }

    /** An access token that only the provider can read: {@code introspection}, {@code userInfo}, … say what it answers. */
    public String opaque(Map<String, Object> person) {
        return post("/play/opaque", person).path("token").asText();
    }

    /** The next tokens are signed by another key. */
    public void rotateKeys() {
        post("/play/rotate", Map.of());
    }

    /** From now on every endpoint answers 503, or no longer. */
    public void away(boolean away) {
        post("/play/away", Map.of("away", away));
    }

    /** How often a path was asked for. */
    public int count(String path) {
        return post("/play/counts", Map.of()).path(path).asInt();
    }

    private JsonNode post(String path, Map<String, Object> body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
            }
            return Json.mapper().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
