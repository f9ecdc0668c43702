package dev.nightshift.search.access;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.search.SearchServiceTest;
import dev.nightshift.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Four sources with the same text, of which every caller must see exactly its own. */
@QuarkusTest
class AccessTest extends SearchServiceTest {
    private static final List<String> TOOLS = List.of("search_documents", "read_document");

    private final MemberId annId = MemberId.next();
    private final MemberId bobId = MemberId.next();
    private final UUID team = UUID.randomUUID();
    private final String ann = Tokens.member(annId, "Ann");
    private final String bob = Tokens.member(bobId, "Bob", team);

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");
    private UUID everyones;
    private UUID anns;
    private UUID teams;
    private UUID nobodys;

    @BeforeEach
    void connect() {
        write("note.md", "# Note\n\nThe word is " + word + ".");
        everyones = createSource("everyone", EVERYONE);
        anns = createSource("ann", Map.of("members", List.of(annId.toString())));
        teams = createSource("team", Map.of("members", List.of(), "groups", List.of(team.toString())));
        nobodys = createSource("nobody", Map.of("members", List.of()));
        Stream.of(everyones, anns, teams, nobodys).forEach(this::awaitReady);
    }

    /** Searches, lists, reads and asks for each source, and expects exactly these. */
    private void sees(String token, UUID... expected) {
        List<UUID> sources = Stream.of(expected).sorted().toList();
        JsonPath found = search(token, word);
        assertEquals(sources, ids(found.getList("items.sourceId")));
        assertEquals(sources.size(), found.getInt("total"));
        assertEquals(
                sources.size(), search(token, Map.of("query", word, "limit", 1)).getInt("total"));
        assertEquals(
                sources,
                ids(search(token, "in:" + nobodys + " in:" + everyones + " in:" + anns + " in:" + teams)
                        .getList("items.sourceId")));
        for (UUID source : List.of(everyones, anns, teams, nobodys)) {
            boolean visible = sources.contains(source);
            call(token).get("/api/documents/" + documentOf(source)).then().statusCode(visible ? 200 : 404);
            call(token).get("/api/sources/" + source).then().statusCode(visible ? 200 : 404);
            assertEquals(
                    visible ? 1 : 0,
                    search(token, Map.of("query", word, "sourceIds", List.of(source)))
                            .getInt("total"));
        }
        List<UUID> listed = ids(call(token)
                .get("/api/sources?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("items.id"));
        for (UUID source : List.of(everyones, anns, teams, nobodys)) {
            assertEquals(sources.contains(source), listed.contains(source));
        }
    }

    private static UUID documentOf(UUID source) {
        return dev.nightshift.contracts.Uuids.v5(source, "note.md");
    }

    private static List<UUID> ids(List<String> texts) {
        return texts.stream().map(UUID::fromString).sorted().toList();
    }

    private String run(ActingFor principal, List<UUID> groups, List<UUID> sources) {
        return runToken(principal, groups, sources, TOOLS);
    }

    @Test
    void membersSeeWhatIsForEveryoneForThemAndForTheirGroups() {
        sees(ann, everyones, anns);
        sees(bob, everyones, teams);
        sees(member, everyones);
    }

    @Test
    void aRunSeesWhatItsMemberMayReadAndItsTokenNames() {
        ActingFor forAnn = ActingFor.member(annId, "Ann");
        ActingFor forBob = ActingFor.member(bobId, "Bob");

        sees(run(forAnn, List.of(), List.of(everyones, anns, teams, nobodys)), everyones, anns);
        sees(run(forAnn, List.of(), List.of(anns)), anns);
        sees(run(forAnn, List.of(), List.of(teams)));
        sees(run(forAnn, List.of(), List.of()));
        sees(run(forBob, List.of(team), List.of(teams, anns)), teams);
        sees(run(forBob, List.of(), List.of(teams, anns)));
        sees(run(forBob, List.of(team), null), everyones, teams);
    }

    @Test
    void aRunOfTheOrganisationSeesEverySourceOrThoseItsTokenNames() {
        sees(run(ActingFor.organisation(), List.of(), null), everyones, anns, teams, nobodys);
        sees(run(ActingFor.organisation(), List.of(), List.of(nobodys)), nobodys);
        sees(run(ActingFor.organisation(), List.of(), List.of()));
    }

    @Test
    void anAdminReadsOnlyWhatTheAccessListsAllow() {
        assertEquals(List.of(everyones), ids(search(admin, word).getList("items.sourceId")));
        call(admin).get("/api/documents/" + documentOf(anns)).then().statusCode(404);
        call(admin).get("/api/sources/" + anns).then().statusCode(200);
    }

    @Test
    void whatIsTakenAwayIsGoneFromTheNextAnswerOn() {
        sees(ann, everyones, anns);
        patch(anns, Map.of("access", Map.of("members", List.of())));
        sees(ann, everyones);
        patch(everyones, Map.of("access", Map.of("members", List.of(bobId.toString()))));
        sees(ann);
        sees(bob, everyones, teams);
        patch(nobodys, Map.of("access", EVERYONE));
        sees(ann, nobodys);
        call(admin).delete("/api/sources/" + nobodys).then().statusCode(204);
        sees(ann);
    }

    private void patch(UUID source, Map<String, ?> change) {
        call(admin, change).patch("/api/sources/" + source).then().statusCode(200);
    }

    @Test
    void aRunUsesOnlyTheToolsItsTokenNames() {
        ActingFor forAnn = ActingFor.member(annId, "Ann");
        String searches = runToken(forAnn, List.of(), List.of(anns), List.of("search_documents"));
        String reads = runToken(forAnn, List.of(), List.of(anns), List.of("read_document"));

        assertEquals(1, search(searches, word).getInt("total"));
        call(searches)
                .get("/api/documents/" + documentOf(anns))
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:nightshift:problem:forbidden"))
                .body("detail", equalTo("This run may not use read_document."));
        call(reads).get("/api/documents/" + documentOf(anns)).then().statusCode(200);
        call(reads, Map.of("query", word)).post("/api/search").then().statusCode(403);
    }

    @Test
    void servicesAndStrangersReadNothing() {
        String service = Tokens.service("runner-service");
        call(service, Map.of("query", word)).post("/api/search").then().statusCode(403);
        call(service).get("/api/documents/" + documentOf(everyones)).then().statusCode(403);
        call(service).get("/api/sources").then().statusCode(403);
        call("Bearer nonsense", Map.of("query", word))
                .post("/api/search")
                .then()
                .statusCode(401);
        call("Bearer nonsense").get("/api/sources").then().statusCode(401);
    }
}
