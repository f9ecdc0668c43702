package dev.nightshift.agentapi.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.agentapi.token.PlatformTokens;
import dev.nightshift.agentapi.upstream.OtherService;
import dev.nightshift.agentapi.upstream.ServiceCalls;
import dev.nightshift.agentapi.upstream.ServiceCalls.Reply;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.RunId;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.ServiceCaller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The steps of a run stay with the runner, which is asked for them. */
@ApplicationScoped
class RunSteps {
    private static final ServiceCaller SELF = new ServiceCaller("agent-api");

    private final PlatformTokens tokens;
    private final ServiceCalls services;

    RunSteps(PlatformTokens tokens, ServiceCalls services) {
        this.tokens = tokens;
        this.services = services;
    }

    /** A page of steps; an empty one for a run that the runner has not heard of yet. */
    Uni<JsonNode> of(RunId run, int limit, @Nullable String cursor) {
        String after = cursor == null ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        String path = "/internal/runs/" + run + "/steps?limit=" + limit + after;
        return tokens.sign(SELF)
                .chain(signed -> services.get(OtherService.RUNNER, path, signed.bearer()))
                .map(RunSteps::page);
    }

    private static JsonNode page(Reply reply) {
        if (reply.status() == 400) {
            throw Problem.invalid("cursor", "must be a nextCursor of an earlier page");
        }
        if (reply.status() == 404) {
            ObjectNode empty = Json.mapper().createObjectNode();
            empty.putArray("items");
            empty.putNull("nextCursor");
            return empty;
        }
        JsonNode body = reply.body();
        if (reply.status() != 200 || body == null) {
            throw new IllegalStateException("runner-service answered " + reply.status());
        }
        return body;
    }
}
