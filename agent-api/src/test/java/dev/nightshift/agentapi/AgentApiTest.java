package dev.nightshift.agentapi;

import static io.restassured.RestAssured.given;

import dev.nightshift.contracts.MemberId;
import dev.nightshift.testing.NightshiftTestStack;
import dev.nightshift.testing.StubServer;
import dev.nightshift.testing.TestKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** What tests of the running service share: people, their calls, and an agent. */
@QuarkusTestResource(
        value = NightshiftTestStack.class,
        initArgs = {
            @ResourceArg(name = "nightshift.admin-password", value = AgentApiTest.PASSWORD),
            @ResourceArg(name = "nightshift.max-agents-per-member", value = "10000"),
            @ResourceArg(name = "nightshift.collab.url", value = "")
        })
@QuarkusTestResource(CollabStub.class)
public abstract class AgentApiTest {
    protected static final String PASSWORD = "correct horse battery staple";
    protected static final String COOKIE = "nightshift_session";
    protected static final Duration SOON = Duration.ofSeconds(15);

    /** Argon2 is slow on purpose; one sign-in serves a whole test run. */
    private static String adminCookie;

    @Inject
    protected Pool pool;

    @AfterEach
    void forgetStubs() {
        StubServer.reset();
    }

    /** A call of the admin, as a browser makes it. */
    protected static RequestSpecification admin() {
        if (adminCookie == null) {
            adminCookie =
                    signIn("admin", PASSWORD).then().statusCode(204).extract().cookie(COOKIE);
        }
        return given().cookie(COOKIE, adminCookie);
    }

    /** After a test that has signed the admin out. */
    protected static void forgetAdminCookie() {
        adminCookie = null;
    }

    protected static Response signIn(String username, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/auth/login");
    }

    protected static RequestSpecification admin(Object body) {
        return admin().contentType(ContentType.JSON).body(body);
    }

    protected static MemberId adminId() {
        return MemberId.of(
                admin().get("/api/me").then().statusCode(200).extract().path("id"));
    }

    /** A member with an account, and a browser in which the member is signed in. */
    protected Person person(String name) {
        String username = name.toLowerCase(java.util.Locale.ROOT) + "-" + UUID.randomUUID();
        UUID id = UUID.randomUUID();
        pool.preparedQuery("insert into members (id, username, name, role, state, password_hash, created_at)"
                        + " select $1, $2, $3, 'member', 'active', password_hash, now() from members"
                        + " where username = 'admin'")
                .execute(Tuple.of(id, username, name))
                .await()
                .atMost(SOON);
        String cookie =
                signIn(username, PASSWORD).then().statusCode(204).extract().cookie(COOKIE);
        return new Person(new MemberId(id), name, username, cookie);
    }

    protected record Person(MemberId id, String name, String username, String cookie) {
        public RequestSpecification calls() {
            return given().cookie(COOKIE, cookie);
        }

        public RequestSpecification calls(Object body) {
            return calls().contentType(ContentType.JSON).body(body);
        }
    }

    protected static Map<String, Object> agent(String name) {
        return new HashMap<>(Map.of("name", name, "instructions", "Say hello.", "schedule", "manual"));
    }

    protected static String create(Map<String, Object> agent) {
        return admin(agent).post("/api/agents").then().statusCode(201).extract().path("id");
    }

    protected static TestKafka kafka() {
        return TestKafka.ofThisTest();
    }
}
