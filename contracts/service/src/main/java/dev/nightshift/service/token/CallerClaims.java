package dev.nightshift.service.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.contracts.SourceId;
import dev.nightshift.contracts.Uuids;
import dev.nightshift.service.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads the claims of a token whose signature, issuer, audience and expiry have been checked. */
final class CallerClaims {
    private CallerClaims() {}

    static Caller read(JsonWebToken token) {
        JsonNode claims = payload(token.getRawToken());
        try {
            return switch (claims.path(Claims.KIND).asText()) {
                case "member" -> member(claims);
                case "run" -> run(claims);
                case "service" ->
                    new Caller.ServiceCaller(claims.path(Claims.NAME).asText());
                default -> throw Problem.unauthorized();
            };
        } catch (IllegalArgumentException e) {
            throw Problem.unauthorized();
        }
    }

    private static Caller member(JsonNode claims) {
        return new Caller.MemberCaller(
                MemberId.of(claims.path("sub").asText()),
                claims.path(Claims.NAME).asText(),
                set(claims.path("groups"), String::valueOf).contains("admin"),
                set(claims.path(Claims.MEMBER_GROUPS), Uuids::parse),
                claims.path(Claims.CREDENTIAL).asText(null));
    }

    private static Caller run(JsonNode claims) {
        JsonNode sources = claims.get(Claims.SOURCES);
        return new Caller.RunCaller(
                RunId.of(claims.path(Claims.RUN_ID).asText()),
                AgentId.of(claims.path(Claims.AGENT_ID).asText()),
                SessionId.of(claims.path(Claims.SESSION_ID).asText()),
                Json.mapper().convertValue(claims.get(Claims.ACTING_FOR), ActingFor.class),
                set(claims.path(Claims.MEMBER_GROUPS), Uuids::parse),
                sources == null || sources.isNull() ? null : set(sources, SourceId::of),
                set(claims.path(Claims.ACTIONS), String::valueOf));
    }

    private static <T> Set<T> set(JsonNode list, Function<String, T> read) {
        Set<T> items = new LinkedHashSet<>();
        list.forEach(item -> items.add(read.apply(item.asText())));
        return items;
    }

    private static JsonNode payload(String raw) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(raw.split("\\.", -1)[1]);
            return Json.mapper().readTree(new String(json, StandardCharsets.UTF_8));
        } catch (JsonProcessingException | ArrayIndexOutOfBoundsException | IllegalArgumentException e) {
            throw Problem.unauthorized();
        }
    }
}
