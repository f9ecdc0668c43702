package dev.nightshift.agentapi.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.Json;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What a provider says of a person: the claims of a verified token, or an answer of one of its endpoints. */
@Decision
record ProviderClaims(JsonNode claims) {

    static ProviderClaims none() {
        return new ProviderClaims(Json.mapper().createObjectNode());
    }

    Optional<String> text(String name) {
        JsonNode value = at(name);
        return value.isTextual() && !value.asText().isBlank() ? Optional.of(value.asText()) : Optional.empty();
    }

    /** True only for {@code true}, as some providers write it also as text. */
    boolean isTrue(String name) {
        JsonNode value = at(name);
        return value.isBoolean()
                ? value.asBoolean()
                : value.isTextual() && value.asText().equals("true");
    }

    boolean isFalse(String name) {
        JsonNode value = at(name);
        return value.isBoolean()
                ? !value.asBoolean()
                : value.isTextual() && value.asText().equals("false");
    }

    boolean has(String name) {
        return !at(name).isMissingNode() && !at(name).isNull();
    }

    /** A moment, given in seconds since 1970. */
    Optional<Instant> seconds(String name) {
        JsonNode value = at(name);
        return value.isNumber() && value.canConvertToLong()
                ? Optional.of(Instant.ofEpochSecond(value.asLong()))
                : Optional.empty();
    }

    /** The texts of a list, or one text; anything else in it is left out. */
    Set<String> texts(String name) {
        Set<String> texts = new LinkedHashSet<>();
        JsonNode value = at(name);
        if (value.isTextual()) {
            texts.add(value.asText());
        }
        value.forEach(item -> {
            if (item.isTextual()) {
                texts.add(item.asText());
            }
        });
        texts.removeIf(String::isBlank);
        return texts;
    }

    /** These claims, and those of {@code others} that are missing here. */
    ProviderClaims or(ProviderClaims others) {
        ObjectNode both = Json.mapper().createObjectNode();
        others.claims.properties().forEach(claim -> both.set(claim.getKey(), claim.getValue()));
        claims.properties().forEach(claim -> both.set(claim.getKey(), claim.getValue()));
        return new ProviderClaims(both);
    }

    /** A claim with exactly this name; else the name is a path, as in {@code realm_access.roles}. */
    private JsonNode at(String name) {
        JsonNode exact = claims.path(name);
        return exact.isMissingNode() && name.contains(".") ? claims.at("/" + name.replace('.', '/')) : exact;
    }
}
