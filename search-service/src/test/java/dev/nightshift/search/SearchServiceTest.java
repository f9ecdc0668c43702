package dev.nightshift.search;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.Uuids;
import dev.nightshift.testing.NightshiftTestStack;
import dev.nightshift.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.BeforeEach;

/** What tests of the running service share: folders, callers, and the calls themselves. */
@QuarkusTestResource(NightshiftTestStack.class)
@QuarkusTestResource(FolderRoots.class)
public abstract class SearchServiceTest {
    protected static final Duration SOON = Duration.ofSeconds(10);
    protected static final Map<String, Object> EVERYONE = Map.of("everyone", true);

    protected final String admin = Tokens.admin(MemberId.next(), "Ada");
    protected final MemberId memberId = MemberId.next();
    protected final String member = Tokens.member(memberId, "Max");

    @ConfigProperty(name = "nightshift.source-roots")
    protected Path allowed;

    @ConfigProperty(name = FolderRoots.OUTSIDE)
    protected Path outside;

    protected Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory(allowed, "source-");
    }

    protected Path write(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected UUID createSource(String name, Object access) {
        return UUID.fromString(call(
                        admin,
                        Map.of(
                                "name",
                                name,
                                "kind",
                                "folder",
                                "config",
                                Map.of("path", folder.toString()),
                                "access",
                                access))
                .post("/api/sources")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    /** A source whose first sync is over. */
    protected UUID syncedSource(String name, Object access) {
        UUID id = createSource(name, access);
        awaitReady(id);
        return id;
    }

    protected void awaitReady(UUID source) {
        await().atMost(SOON).untilAsserted(() -> status(source).body("state", equalTo("ready")));
    }

    protected ValidatableResponse status(UUID source) {
        return call(admin).get("/api/sources/" + source + "/status").then().statusCode(200);
    }

    protected JsonPath search(String token, String query) {
        return search(token, Map.of("query", query));
    }

    protected JsonPath search(String token, Map<String, ?> body) {
        return call(token, body)
                .post("/api/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    protected List<String> titles(String token, String query) {
        return search(token, query).getList("items.title");
    }

    protected static RequestSpecification call(String token) {
        return given().header("Authorization", token);
    }

    protected static RequestSpecification call(String token, Object body) {
        return call(token).contentType(ContentType.JSON).body(body);
    }

    /** {@code sources} absent: no bound. */
    protected static String runToken(ActingFor actingFor, List<UUID> groups, List<UUID> sources, List<String> actions) {
        JwtClaims claims = Tokens.claims("run", Uuids.v7().toString(), List.of("run"));
        claims.setStringClaim("runId", Uuids.v7().toString());
        claims.setStringClaim("agentId", Uuids.v7().toString());
        claims.setStringClaim("sessionId", Uuids.v7().toString());
        claims.setClaim("actingFor", Json.mapper().convertValue(actingFor, Map.class));
        claims.setStringListClaim(
                "memberGroups", groups.stream().map(UUID::toString).toList());
        claims.setStringListClaim("actions", actions);
        if (sources != null) {
            claims.setStringListClaim(
                    "sources", sources.stream().map(UUID::toString).toList());
        }
        return Tokens.bearer(claims);
    }
}
