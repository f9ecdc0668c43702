package dev.nightshift.agentapi.webhook;

import static org.awaitility.Awaitility.await;

import dev.nightshift.agentapi.AgentApiTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** What tests of webhooks share: receivers, and people who send to them. */
@QuarkusTestResource(LiveSettings.class)
public abstract class WebhookTest extends AgentApiTest {
    private final List<Receiver> receivers = new ArrayList<>();

    @AfterEach
    void closeReceivers() {
        receivers.forEach(Receiver::close);
    }

    protected Receiver receiver() {
        Receiver receiver = new Receiver();
        receivers.add(receiver);
        return receiver;
    }

    protected static Map<String, Object> webhook(String url, String... events) {
        return new HashMap<>(Map.of("name", "Hook", "url", url, "events", List.of(events)));
    }

    /** A webhook of the person for status events; its id and secret. */
    protected static Made make(Person person, Receiver receiver) {
        return make(person, webhook(receiver.url(), "background_agent_status"));
    }

    protected static Made make(Person person, Map<String, Object> body) {
        var answer =
                person.calls(body).post("/api/webhooks").then().statusCode(201).extract();
        return new Made(answer.path("id"), answer.path("secret"));
    }

    protected record Made(String id, String secret) {
        public String path() {
            return "/api/webhooks/" + id;
        }
    }

    /** An agent of the person's, which is an event too. */
    protected static String agentOf(Person person, String name) {
        return person.calls(agent(name))
                .post("/api/agents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    protected static List<Receiver.Received> arrived(Receiver receiver, int count) {
        return await().atMost(SOON).until(receiver::received, received -> received.size() >= count);
    }

    /** Waits until the webhook has looked at everything there is. */
    protected void awaitCaughtUp(Made webhook) {
        await().atMost(SOON)
                .until(() -> one(
                        "select cursor >= (select last from background_event_counter) as yes"
                                + " from webhooks where id = $1",
                        webhook));
    }

    protected boolean one(String sql, Made webhook) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(UUID.fromString(webhook.id())))
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getBoolean("yes");
    }

    protected void change(String sql, Object... values) {
        pool.preparedQuery(sql).execute(Tuple.from(List.of(values))).await().atMost(SOON);
    }
}
