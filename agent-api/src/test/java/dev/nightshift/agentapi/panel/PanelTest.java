package dev.nightshift.agentapi.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.nightshift.agentapi.AgentApiTest;
import dev.nightshift.agentapi.run.RunStory;
import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.RunEvent;
import dev.nightshift.contracts.RunEvent.Known;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.Topics;
import dev.nightshift.contracts.Trigger;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PanelTest extends AgentApiTest {
    @TestHTTPResource
    URI address;

    private static JsonPath start(String agent, Map<String, Object> more) {
        Map<String, Object> body = new java.util.HashMap<>(more);
        body.put("agentId", agent);
        return admin(body)
                .post("/background-agents/start")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static RunStory story(String agent, String instance) {
        return new RunStory(
                RunId.of(instance), AgentId.of(agent), Trigger.MANUAL, ActingFor.member(adminId(), "Administrator"));
    }

    private static void runnerSays(Known event) {
        kafka().send(Topics.RUN_EVENTS, RunEvent.CODEC, event, event.sessionId().toString());
    }

    @Test
    void aStartedInstanceIsActiveAtOnceAndHistoryWhenItIsOver() {
        String agent = create(agent("Panel"));
        JsonPath instance = start(agent, Map.of("task", "tidy up"));
        String id = instance.getString("instanceId");
        RunStory story = story(agent, id);

        assertThat(instance.<String, Object>getMap("$"))
                .containsEntry("status", "active")
                .containsEntry("agentId", agent)
                .containsEntry("agentName", "Panel")
                .containsEntry("task", "tidy up")
                .containsEntry("threadId", story.session().toString())
                .containsKey("startedAt");
        admin().get("/background-agents").then().statusCode(200).body("active.instanceId", hasItem(id));
        runnerSays(story.queued(1));
        runnerSays(story.started(2));
        runnerSays(story.completed(3));

        await().atMost(SOON)
                .untilAsserted(() -> admin().get("/background-agents")
                        .then()
                        .body("active.instanceId", not(hasItem(id)))
                        .body("history.find { it.instanceId == '" + id + "' }.status", equalTo("completed"))
                        .body("history.find { it.instanceId == '" + id + "' }.durationMs", equalTo(1500)));
        admin().post("/background-agents/" + id + "/stop").then().statusCode(409);
    }

    @Test
    void skippedRunsAreLeftOut() {
        String agent = create(agent("Panel"));
        RunStory story = new RunStory(AgentId.of(agent));
        runnerSays(story.skipped(1, dev.nightshift.contracts.EndReason.OVERLAP));
        await().atMost(SOON)
                .untilAsserted(
                        () -> admin().get("/api/runs/" + story.run()).then().body("status", equalTo("skipped")));

        admin().get("/background-agents")
                .then()
                .body("history.instanceId", not(hasItem(story.run().toString())));
    }

    @Test
    void stoppingGivesTheInstance() {
        String id = start(create(agent("Panel")), Map.of()).getString("instanceId");

        admin(Map.of("reason", "enough"))
                .post("/background-agents/" + id + "/stop")
                .then()
                .statusCode(200)
                .body("instanceId", equalTo(id));
        admin().post("/background-agents/" + UUID.randomUUID() + "/stop").then().statusCode(404);
    }

    @Test
    void faultsAreNamed() {
        admin(Map.of("task", 1, "when", "now"))
                .post("/background-agents/start")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("agentId", "task", "when")));
        admin(Map.of("agentId", UUID.randomUUID().toString()))
                .post("/background-agents/start")
                .then()
                .statusCode(404);
    }

    @Test
    void theSocketTellsTheListAndThenEachChange() throws InterruptedException {
        String agent = create(agent("Live panel"));
        BlockingQueue<String> frames = new LinkedBlockingQueue<>();
        WebSocket socket = open(frames);
        assertThat(next(frames).getString("type")).isEqualTo("background-agent:list");

        String id = start(agent, Map.of()).getString("instanceId");
        RunStory story = story(agent, id);
        assertThat(about(frames, id, "background-agent:started").getString("instance.status"))
                .isEqualTo("active");
        runnerSays(story.queued(1));
        runnerSays(story.started(2));
        runnerSays(story.failed(3, dev.nightshift.contracts.EndReason.TOOL_ERROR));

        JsonPath stopped = about(frames, id, "background-agent:stopped");
        assertThat(stopped.getString("instance.status")).isEqualTo("failed");
        assertThat(stopped.getString("instance.error")).isEqualTo("it broke");
        socket.abort();
    }

    private JsonPath about(BlockingQueue<String> frames, String instance, String type) throws InterruptedException {
        JsonPath frame = next(frames);
        while (!type.equals(frame.getString("type")) || !instance.equals(frame.getString("instance.instanceId"))) {
            frame = next(frames);
        }
        return frame;
    }

    private static JsonPath next(BlockingQueue<String> frames) throws InterruptedException {
        String frame = frames.poll(SOON.toSeconds(), TimeUnit.SECONDS);
        assertThat(frame).isNotNull();
        return JsonPath.from(frame);
    }

    private WebSocket open(BlockingQueue<String> frames) {
        String cookie = signIn("admin", PASSWORD).then().extract().cookie(COOKIE);
        StringBuilder text = new StringBuilder();
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Cookie", COOKIE + "=" + cookie)
                .buildAsync(
                        URI.create("ws://127.0.0.1:" + address.getPort() + "/background-agent-ws"),
                        new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
                                text.append(data);
                                if (last) {
                                    frames.add(text.toString());
                                    text.setLength(0);
                                }
                                socket.request(1);
                                return null;
                            }
                        })
                .join();
    }
}
