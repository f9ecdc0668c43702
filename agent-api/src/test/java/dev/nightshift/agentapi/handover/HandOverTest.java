package dev.nightshift.agentapi.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.nightshift.agentapi.AgentApiTest;
import dev.nightshift.contracts.AgentEvent;
import dev.nightshift.contracts.AgentEvent.AgentChanged;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.Topics;
import dev.nightshift.testing.StubServer;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HandOverTest extends AgentApiTest {
    private final String shared = UUID.randomUUID().toString();

    @BeforeEach
    void everybodyReadsTheSharedSource() {
        StubServer.on("GET /api/sources", StubServer.json(200, "{\"items\": [{\"id\": \"" + shared + "\"}]}"));
    }

    private static String owned(Person owner, Map<String, Object> agent) {
        return owner.calls(agent)
                .post("/api/agents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, String> to(Person member) {
        return Map.of("memberId", member.id().toString());
    }

    private static void state(Person member, String state) {
        admin(Map.of("state", state))
                .patch("/api/members/" + member.id())
                .then()
                .statusCode(200);
    }

    @Test
    void anAgentArrivesPausedWithTheSourcesItsNewOwnerMayRead() {
        Person owner = person("Olga");
        Person next = person("Nina");
        String own = UUID.randomUUID().toString();
        StubServer.on(
                "GET /api/sources",
                StubServer.json(200, "{\"items\": [{\"id\": \"" + shared + "\"}, {\"id\": \"" + own + "\"}]}"));
        Map<String, Object> agent = agent("Given");
        agent.put("allowedSources", List.of(shared, own));
        String id = owned(owner, agent);
        everybodyReadsTheSharedSource();

        owner.calls(to(next))
                .header("If-Match", "\"7\"")
                .post("/api/agents/" + id + "/hand-over")
                .then()
                .statusCode(412);
        owner.calls(to(next))
                .post("/api/agents/" + id + "/hand-over")
                .then()
                .statusCode(200)
                .body("owner.name", equalTo("Nina"))
                .body("$", not(hasKey("instructions")));

        next.calls()
                .get("/api/agents/" + id)
                .then()
                .body("state", equalTo("paused"))
                .body("instructions", equalTo("Say hello."))
                .body("allowedSources", equalTo(List.of(shared)));
        next.calls()
                .get("/api/agents/" + id + "/versions")
                .then()
                .body("items[0].change", equalTo("handed_over"))
                .body("items[0].differences.field", equalTo(List.of("allowedSources", "owner", "state", "stateNote")));
        owner.calls(Map.of("name", "Mine")).patch("/api/agents/" + id).then().statusCode(403);
    }

    @Test
    void whatARunReadForItsOwnerStaysTheOwners() {
        Person owner = person("Olga");
        Person next = person("Nina");
        String id = owned(owner, agent("Given"));
        String run = owner.calls()
                .post("/api/agents/" + id + "/runs")
                .then()
                .statusCode(202)
                .extract()
                .path("runId");
        owner.calls(to(next)).post("/api/agents/" + id + "/hand-over").then().statusCode(200);

        next.calls().get("/api/runs/" + run).then().statusCode(404);
        next.calls().get("/api/agents/" + id + "/runs").then().statusCode(200).body("items", equalTo(List.of()));
        owner.calls().get("/api/runs/" + run).then().statusCode(200);
        next.calls().post("/api/runs/" + run + "/stop").then().statusCode(202);
    }

    @Test
    void onlyToAnotherActiveMember() {
        Person owner = person("Olga");
        Person gone = person("Gone");
        String id = owned(owner, agent("Kept"));
        state(gone, "disabled");

        for (Object member : List.of(gone.id().toString(), UUID.randomUUID().toString(), "x", 5)) {
            owner.calls(Map.of("memberId", member))
                    .post("/api/agents/" + id + "/hand-over")
                    .then()
                    .statusCode(400)
                    .body("errors.field", equalTo(List.of("memberId")));
        }
        owner.calls(Map.of()).post("/api/agents/" + id + "/hand-over").then().statusCode(400);
        owner.calls(to(owner)).post("/api/agents/" + id + "/hand-over").then().statusCode(409);
    }

    @Test
    void onlyWithRoomAmongTheNewOwnersAgents() {
        Person owner = person("Olga");
        Person full = person("Fiona");
        pool.preparedQuery("update members set max_agents = 0 where id = $1")
                .execute(Tuple.of(full.id().value()))
                .await()
                .atMost(SOON);
        String id = owned(owner, agent("Too much"));

        owner.calls(to(full)).post("/api/agents/" + id + "/hand-over").then().statusCode(409);
    }

    @Test
    void anAdminGivesAwayOnlyWhatSomebodyLeftBehindAndNeverToThemselves() {
        Person owner = person("Olga");
        Person next = person("Nina");
        String id = owned(owner, agent("Left behind"));
        Map<String, String> toAdmin = Map.of("memberId", adminId().toString());
        admin(to(next)).post("/api/agents/" + id + "/hand-over").then().statusCode(403);
        next.calls(to(next)).post("/api/agents/" + id + "/hand-over").then().statusCode(403);
        state(owner, "disabled");

        admin(toAdmin).post("/api/agents/" + id + "/hand-over").then().statusCode(403);
        admin(to(next))
                .post("/api/agents/" + id + "/hand-over")
                .then()
                .statusCode(200)
                .body("owner.name", equalTo("Nina"))
                .body("$", not(hasKey("instructions")));
    }

    @Test
    void theAgentsOfADisabledMemberStopAndTheirWorkLosesItsAccess() {
        Person owner = person("Olga");
        String id = owned(owner, agent("Orphan"));
        Map<String, Object> org = agent("For all");
        org.put("type", "org");
        String forAll = create(org);

        state(owner, "disabled");

        admin().get("/api/agents/" + id).then().body("state", equalTo("stopped"));
        admin().get("/api/agents/" + forAll).then().body("state", equalTo("active"));
        AgentChanged stopped = (AgentChanged) Awaitility.await()
                .atMost(SOON)
                .until(() -> kafka().events(Topics.AGENTS, AgentEvent.CODEC, id), events -> events.size() >= 2)
                .getLast();
        assertThat(stopped.endReason()).isEqualTo(EndReason.ACCESS_LOST);
        assertThat(stopped.note()).isEqualTo("Stopped because its owner is disabled.");
        state(owner, "active");
        owner.calls().get("/api/me").then().statusCode(401);
    }

    @Test
    void aRemovedMembersAgentsGoToTheHeir() {
        Person owner = person("Olga");
        Person heir = person("Hera");
        String id = owned(owner, agent("Inherited"));

        admin().delete("/api/members/" + owner.id() + "?handOverTo=" + heir.id())
                .then()
                .statusCode(204);

        heir.calls()
                .get("/api/agents/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("paused"))
                .body("instructions", equalTo("Say hello."));
    }

    @Test
    void anOrgAgentStaysTheOrganisations() {
        Person next = person("Nina");
        Map<String, Object> org = agent("For all");
        org.put("type", "org");
        String id = create(org);

        next.calls(to(next)).post("/api/agents/" + id + "/hand-over").then().statusCode(403);
        admin(to(next))
                .post("/api/agents/" + id + "/hand-over")
                .then()
                .statusCode(200)
                .body("owner.name", equalTo("Nina"))
                .body("state", equalTo("active"));

        next.calls().get("/api/agents/" + id).then().body("$", not(hasKey("instructions")));
        next.calls(Map.of("name", "Mine")).patch("/api/agents/" + id).then().statusCode(403);
    }
}
