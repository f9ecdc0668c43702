package dev.nightshift.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import dev.nightshift.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What reached the {@link ScriptedProvider}. */
record ProviderRequest(
        Map<String, String> query, String body, @Nullable String authorization) {

    static ProviderRequest read(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        return new ProviderRequest(
                pairs(query == null ? "" : query),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                exchange.getRequestHeaders().getFirst("Authorization"));
    }

    JsonNode json() {
        try {
            return Json.mapper().readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> form() {
        return pairs(body);
    }

    /** The access token of a Bearer request. */
    String bearer() {
        return authorization != null && authorization.startsWith("Bearer ") ? authorization.substring(7) : "";
    }

    /** Whether the client showed its secret. */
    boolean isClient() {
        String basic = ScriptedProvider.CLIENT + ":" + ScriptedProvider.SECRET;
        return authorization != null
                && authorization.startsWith("Basic ")
                && new String(Base64.getDecoder().decode(authorization.substring(6)), StandardCharsets.UTF_8)
                        .equals(basic);
    }

    static Map<String, String> pairs(String encoded) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return pairs;
    }
}
