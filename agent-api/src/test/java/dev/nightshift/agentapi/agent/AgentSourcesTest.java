package dev.nightshift.agentapi.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.sun.net.httpserver.HttpExchange;
import dev.nightshift.agentapi.AgentApiTest;
import dev.nightshift.testing.StubServer;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an agent may read is checked with search-service, which may be slow. */
@QuarkusTest
class AgentSourcesTest extends AgentApiTest {
    private final List<String> sources =
            Stream.generate(() -> UUID.randomUUID().toString()).limit(3).toList();

    @Test
    void whileAPatchAsksForItsSourcesTheAgentIsFree() {
        String id = create(agent("Free"));
        AtomicInteger paused = new AtomicInteger();
        StubServer.on("GET /api/sources", exchange -> {
            paused.set(admin().post("/api/agents/" + id + "/pause").statusCode());
            answer(exchange, sources, null);
        });

        admin(Map.of("allowedSources", sources))
                .patch("/api/agents/" + id)
                .then()
                .statusCode(200)
                .body("allowedSources", equalTo(sources))
                .body("state", equalTo("paused"))
                .body("version", equalTo(3));

        assertThat(paused).hasValue(200);
    }

    @Test
    void aChangeMeanwhileIsSeenByAPatchThatNamedItsVersion() {
        String id = create(agent("Contested"));
        StubServer.on("GET /api/sources", exchange -> {
            admin().post("/api/agents/" + id + "/pause");
            answer(exchange, sources, null);
        });

        admin(Map.of("allowedSources", sources))
                .header("If-Match", "\"1\"")
                .patch("/api/agents/" + id)
                .then()
                .statusCode(412);
    }

    @Test
    void manySourcesAreOneCallForEachPageOfThem() {
        AtomicInteger calls = new AtomicInteger();
        StubServer.on("GET /api/sources", exchange -> {
            calls.incrementAndGet();
            boolean first = !exchange.getRequestURI().getRawQuery().contains("cursor=a%2Bb");
            answer(exchange, first ? sources.subList(0, 2) : sources.subList(2, 3), first ? "a+b" : null);
        });
        Map<String, Object> agent = agent("Well read");
        agent.put("allowedSources", sources);
        String id = create(agent);

        assertThat(calls).hasValue(2);
        admin(Map.of("allowedSources", sources.subList(1, 3)))
                .patch("/api/agents/" + id)
                .then()
                .statusCode(200);
        assertThat(calls).as("what it has is not asked for again").hasValue(2);
    }

    private static void answer(HttpExchange exchange, List<String> ids, String nextCursor) throws IOException {
        String items = ids.stream().map(id -> "{\"id\": \"" + id + "\"}").collect(Collectors.joining(", "));
        String next = nextCursor == null ? "null" : "\"" + nextCursor + "\"";
        StubServer.respond(
                exchange, 200, "application/json", "{\"items\": [" + items + "], \"nextCursor\": " + next + "}");
    }
}
