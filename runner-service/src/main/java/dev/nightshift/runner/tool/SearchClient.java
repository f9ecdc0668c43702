package dev.nightshift.runner.tool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.runner.http.JsonCall;
import dev.nightshift.runner.http.JsonCalls;
import dev.nightshift.runner.http.ServiceAway;
import dev.nightshift.runner.http.ServiceRefused;
import dev.nightshift.runner.waiting.Backoff;
import dev.nightshift.runner.waiting.Deadline;
import dev.nightshift.runner.waiting.OutOfTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** search-service, as the run. Searching changes nothing, so every call may be repeated. */
@ApplicationScoped
class SearchClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration AWAY = Duration.ofMinutes(5);

    private final JsonCalls calls;
    private final URI search;

    SearchClient(JsonCalls calls, @ConfigProperty(name = "nightshift.search.url") URI search) {
        this.calls = calls;
        this.search = search;
    }

    JsonNode search(ToolUse use, JsonNode request) {
        return patiently(use, bearer -> JsonCall.post(search.resolve("/api/search"), bearer, request, timeout(use)));
    }

    JsonNode document(ToolUse use, String id, Map<String, Integer> range) {
        StringBuilder path = new StringBuilder("/api/documents/")
                .append(URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20"));
        range.forEach((name, value) -> path.append(path.indexOf("?") < 0 ? "?" : "&")
                .append(name)
                .append('=')
                .append(value));
        URI uri = search.resolve(path.toString());
        return patiently(use, bearer -> JsonCall.get(uri, bearer, timeout(use)));
    }

    private interface Request {
        JsonCall with(String bearer);
    }

    private JsonNode patiently(ToolUse use, Request request) {
        Backoff backoff = Backoff.forServices();
        Deadline patience = use.run().deadline().orIn(AWAY);
        while (true) {
            try {
                return calls.send(request.with(use.run().access().bearer()));
            } catch (ServiceAway e) {
                use.run().access().renew();
                pause(use, backoff, patience);
            }
        }
    }

    private static void pause(ToolUse use, Backoff backoff, Deadline patience) {
        try {
            backoff.pause(patience, "search-service");
        } catch (OutOfTime e) {
            if (use.run().deadline().passed()) {
                throw e;
            }
            throw new ServiceRefused(503, "", "The search service did not answer for minutes. Try again later.");
        }
    }

    private static Duration timeout(ToolUse use) {
        return use.run().deadline().atMost(use.timeLimit().compareTo(TIMEOUT) < 0 ? use.timeLimit() : TIMEOUT);
    }
}
