package dev.nightshift.agentapi.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.nightshift.agentapi.AgentApiTest;
import dev.nightshift.contracts.AgentEvent;
import dev.nightshift.contracts.AgentEvent.AgentChanged;
import dev.nightshift.contracts.AgentEvent.AgentDeleted;
import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AgentsTest extends AgentApiTest {

    @Test
    void aNewAgentHasTheDefaultsOfTheContract() {
        Map<String, Object> agent = agent("Morning news");
        agent.put("schedule", "Every 10 Seconds");
        agent.put("timezone", "Europe/Berlin");

        JsonPath made = admin(agent)
                .post("/api/agents")
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .header("Location", notNullValue())
                .extract()
                .jsonPath();

        Instant next = Instant.parse(made.getString("nextRunAt"));
        assertThat(next).isAfter(Instant.parse(made.getString("createdAt")));
        assertThat(next.getNano()).isZero();
        assertThat(made.getMap("owner"))
                .containsEntry("id", adminId().toString())
                .containsKey("name");
        assertThat(made.<String, Object>getMap("$"))
                .containsEntry("schedule", "Every 10 Seconds")
                .containsEntry("timezone", "Europe/Berlin")
                .containsEntry("type", "user")
                .containsEntry("origin", "local")
                .containsEntry("visibility", "everyone")
                .containsEntry("state", "active")
                .containsEntry("overlapPolicy", "skip")
                .containsEntry("catchUpWindow", "PT1H")
                .containsEntry("catchUpPolicy", "latest")
                .containsEntry("jitterMs", 0)
                .containsEntry("allowedSources", List.of())
                .containsEntry("version", 1)
                .containsKey("scheduleDescription")
                .doesNotContainKeys("allowedActions", "model", "limits", "startAt", "endAt", "description");
        admin().get("/api/agents/" + made.getString("id"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("schedule", equalTo("Every 10 Seconds"));
    }

    @Test
    void whatOtherServicesNeedIsPublishedResolved() {
        String id = create(agent("Published"));
        Map<String, Object> org = agent("Published for all");
        org.put("type", "org");
        String orgId = create(org);

        AgentChanged user = (AgentChanged) published(id, 1).getFirst();
        AgentChanged whole = (AgentChanged) published(orgId, 1).getFirst();

        assertThat(user.version()).isEqualTo(1);
        assertThat(user.state()).isEqualTo(AgentState.ACTIVE);
        assertThat(user.schedule().expression()).isEqualTo("manual");
        assertThat(user.schedule().catchUpWindowMs()).isEqualTo(3_600_000);
        assertThat(user.definition().allowedActions())
                .containsExactly(
                        "search_documents", "read_document", "read_file", "write_file", "run_bash", "run_python");
        assertThat(user.definition().owner().memberId()).isEqualTo(adminId());
        assertThat(whole.definition().allowedActions()).isEmpty();
        assertThat(whole.definition().owner()).isNull();
    }

    @Test
    void anEmptyListOfActionsMeansNone() {
        Map<String, Object> agent = agent("Harmless");
        agent.put("allowedActions", List.of());
        String id = create(agent);

        assertThat(((AgentChanged) published(id, 1).getFirst()).definition().allowedActions())
                .isEmpty();
        admin().get("/api/agents/" + id).then().body("allowedActions", equalTo(List.of()));
    }

    @Test
    void aMergePatchChangesWhatItNamesAndNullRemoves() {
        Map<String, Object> agent = agent("Before");
        agent.put("description", "Goes away");
        agent.put("limits", Map.of("maxToolCalls", 5, "runTimeoutMs", 60_000));
        String id = create(agent);
        Map<String, Object> patch = new HashMap<>();
        patch.put("name", "After");
        patch.put("description", null);
        patch.put("limits", new HashMap<>(java.util.Collections.singletonMap("runTimeoutMs", null)));

        admin(patch)
                .patch("/api/agents/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("name", equalTo("After"))
                .body("$", not(hasKey("description")))
                .body("limits", equalTo(Map.of("maxToolCalls", 5)))
                .body("instructions", equalTo("Say hello."))
                .body("version", equalTo(2));

        AgentChanged last = (AgentChanged) published(id, 2).getLast();
        assertThat(last.definition().name()).isEqualTo("After");
        assertThat(last.version()).isEqualTo(2);
    }

    @Test
    void aPatchWithTheMergePatchMediaTypeIsTheSame() {
        String id = create(agent("Before"));

        admin().contentType("application/merge-patch+json")
                .body("{\"name\": \"After\"}")
                .patch("/api/agents/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("After"));
    }

    @Test
    void theSchedulesPhaseMovesOnlyWithTheSchedule() {
        Map<String, Object> agent = agent("Phase");
        agent.put("schedule", "every 6 hours");
        String id = create(agent);
        Instant before = ((AgentChanged) published(id, 1).getFirst()).schedule().setAt();

        admin(Map.of("name", "Renamed")).patch("/api/agents/" + id).then().statusCode(200);
        admin(Map.of("schedule", "every 7 hours"))
                .patch("/api/agents/" + id)
                .then()
                .statusCode(200);

        List<AgentEvent> events = published(id, 3);
        assertThat(((AgentChanged) events.get(1)).schedule().setAt()).isEqualTo(before);
        assertThat(((AgentChanged) events.get(2)).schedule().setAt()).isAfter(before);
    }

    @Test
    void aStaleVersionIsRefused() {
        String id = create(agent("Contended"));
        admin(Map.of("name", "First"))
                .header("If-Match", "\"1\"")
                .patch("/api/agents/" + id)
                .then()
                .statusCode(200);

        admin(Map.of("name", "Second"))
                .header("If-Match", "\"1\"")
                .patch("/api/agents/" + id)
                .then()
                .statusCode(412)
                .contentType("application/problem+json");
        admin().header("If-Match", "\"1\"").delete("/api/agents/" + id).then().statusCode(412);
        admin().header("If-Match", "\"1\"")
                .post("/api/agents/" + id + "/pause")
                .then()
                .statusCode(412);
        admin(Map.of("name", "Third"))
                .header("If-Match", "*")
                .patch("/api/agents/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void aDeletedAgentIsGoneAndSaidSo() {
        String id = create(agent("Short-lived"));

        admin().delete("/api/agents/" + id).then().statusCode(204);

        admin().get("/api/agents/" + id).then().statusCode(404).contentType("application/problem+json");
        admin().delete("/api/agents/" + id).then().statusCode(404);
        List<AgentEvent> events = published(id, 2);
        assertThat(events.getLast()).isInstanceOfSatisfying(AgentDeleted.class, deleted -> {
            assertThat(deleted.state()).isEqualTo(AgentState.DELETED);
            assertThat(deleted.version()).isEqualTo(2);
        });
    }

    @Test
    void listsAreCutInPagesNewestFirst() {
        String marker = "Paged-" + UUID.randomUUID();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.addFirst(create(agent(marker + " " + i)));
        }

        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = admin().queryParams("q", marker.toUpperCase(java.util.Locale.ROOT), "limit", 2)
                    .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .get("/api/agents")
                    .then()
                    .statusCode(200)
                    .body("$", hasKey("nextCursor"))
                    .extract()
                    .jsonPath();
            assertThat(page.getList("items").size()).isLessThanOrEqualTo(2);
            seen.addAll(page.getList("items.id"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        assertThat(seen).isEqualTo(made);
    }

    @Test
    void listsAreFilteredByType() {
        String marker = "Typed-" + UUID.randomUUID();
        Map<String, Object> org = agent(marker);
        org.put("type", "org");
        String orgId = create(org);
        create(agent(marker));

        admin().get("/api/agents?type=org&q=" + marker).then().body("items.id", equalTo(List.of(orgId)));
        admin().get("/api/agents?type=robot").then().statusCode(400).body("errors.field", equalTo(List.of("type")));
        admin().get("/api/agents?limit=201&cursor=x")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("limit", "cursor")));
        admin().get("/api/agents?q=%25_%25" + marker).then().body("items", equalTo(List.of()));
    }

    @Test
    void whatIsNoIdNamesNothing() {
        admin().get("/api/agents/1").then().statusCode(404).contentType("application/problem+json");
        admin().get("/api/agents/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void whatIsNotBuiltYetSaysSo() {
        String id = create(agent("Early"));

        admin().get("/api/agents/" + id + "/decisions")
                .then()
                .statusCode(400)
                .body("title", equalTo("Not supported yet"));
        admin(Map.of()).post("/api/agents/" + id + "/backfill").then().statusCode(400);
    }

    private static List<AgentEvent> published(String id, int atLeast) {
        return Awaitility.await()
                .atMost(SOON)
                .until(() -> kafka().events(Topics.AGENTS, AgentEvent.CODEC, id), events -> events.size() >= atLeast);
    }
}
