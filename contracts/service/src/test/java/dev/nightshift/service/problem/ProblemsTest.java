package dev.nightshift.service.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.json.Fields;
import dev.nightshift.service.token.Caller;
import dev.nightshift.service.token.CurrentCaller;
import dev.nightshift.testing.NightshiftTestStack;
import dev.nightshift.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(NightshiftTestStack.class)
class ProblemsTest {
    private static final MemberId ADA = MemberId.next();
    private static final CountDownLatch GIVEN_UP = new CountDownLatch(1);

    /** What is needed to see every kind of failure from outside. */
    @Path("/things")
    public static class ThingsResource {
        private final CurrentCaller caller;

        ThingsResource(CurrentCaller caller) {
            this.caller = caller;
        }

        record Thing(String name, int count) {}

        @POST
        @PermitAll
        @Path("/bound")
        public Thing bound(Thing thing) {
            return thing;
        }

        @POST
        @PermitAll
        @Path("/fields")
        public Thing fields(JsonNode body) {
            Fields fields = Fields.of(body);
            String name = fields.requiredText("name", 5, "\"Bolt\"");
            Integer count = fields.integer("count", 1, 9);
            fields.uuids("ids");
            fields.instant("at");
            Fields limits = fields.object("limits");
            if (limits != null) {
                limits.number("max", 0, 3);
                limits.rejectOthers();
            }
            fields.rejectOthers();
            fields.throwIfInvalid();
            return new Thing(String.valueOf(name), count == null ? 0 : count);
        }

        @GET
        @PermitAll
        @Path("/away")
        public Uni<String> away() {
            return Uni.createFrom().failure(new IllegalStateException(new ConnectException("refused")));
        }

        @GET
        @PermitAll
        @Path("/stuck")
        public Uni<String> stuck() {
            return Uni.createFrom().<String>nothing().onCancellation().invoke(GIVEN_UP::countDown);
        }

        @GET
        @PermitAll
        @Path("/broken")
        public String broken() {
            throw new IllegalStateException("the reason is for the log only");
        }

        @GET
        @RolesAllowed("admin")
        @Path("/admin")
        public String admin() {
            Caller.MemberCaller member = caller.member();
            return member.name() + " " + member.memberId();
        }
    }

    @Test
    void aBodyWithAnUnknownFieldNamesIt() {
        post("/things/bound", "{\"name\": \"a\", \"count\": 1, \"colour\": \"red\"}")
                .statusCode(400)
                .contentType(ProblemBody.MEDIA_TYPE)
                .body("type", equalTo("urn:nightshift:problem:invalid"))
                .body("status", equalTo(400))
                .body("errors.field", equalTo(List.of("colour")));
    }

    @Test
    void aBodyWithAWrongTypeNamesTheField() {
        post("/things/bound", "{\"name\": \"a\", \"count\": \"1\"}")
                .statusCode(400)
                .body("errors.field", equalTo(List.of("count")));
    }

    @Test
    void aKeyTwiceIsRefused() {
        post("/things/fields", "{\"name\": \"a\", \"name\": \"b\"}")
                .statusCode(400)
                .body("errors.field", equalTo(List.of("name")))
                .body("errors[0].message", containsString("twice"));
    }

    @Test
    void halfACharacterIsRefusedAndNotReplaced() {
        post("/things/fields", "{\"name\": \"a\\ud83d\", \"count\": 1}")
                .statusCode(400)
                .body("errors.field", equalTo(List.of("name")));
        post("/things/fields", "{\"name\": \"a\\ud83d\\ude00\", \"count\": 1}").statusCode(200);
    }

    @Test
    void anElementIsNamedByItsPlaceInWhatWasSent() {
        post("/things/fields", "{\"name\": \"a\", \"ids\": [\"" + ADA + "\", \"" + ADA + "\", 3, \"x\"]}")
                .statusCode(400)
                .body("errors.field", equalTo(List.of("ids[2]", "ids[3]")));
    }

    @Test
    void aListHasAnEnd() {
        String ids = "[" + "\"x\",".repeat(1000) + "\"x\"]";

        post("/things/fields", "{\"name\": \"a\", \"ids\": " + ids + "}")
                .statusCode(400)
                .body("errors.field", equalTo(List.of("ids")));
    }

    @Test
    void timesLieInTheYearsThatCanBeKept() {
        for (String at : List.of("+999999999-01-01T00:00:00Z", "-0001-01-01T00:00:00Z", "yesterday")) {
            post("/things/fields", "{\"name\": \"a\", \"at\": \"" + at + "\"}")
                    .statusCode(400)
                    .body("errors.field", equalTo(List.of("at")));
        }
        post("/things/fields", "{\"name\": \"a\", \"at\": \"9999-12-31T23:59:59Z\"}")
                .statusCode(200);
    }

    @Test
    void aBodyPastTheLimitIsRefusedBeforeItIsSent() throws Exception {
        List<String> headers = raw("POST /things/fields HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999");

        assertThat(headers, hasItem(startsWith("HTTP/1.1 413 ")));
        assertThat(headers, hasItem(containsString(ProblemBody.MEDIA_TYPE)));
    }

    /** The head of the answer to a request that no client would send. */
    private static List<String> raw(String head) throws Exception {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return answer.lines().takeWhile(line -> !line.isEmpty()).toList();
        }
    }

    @Test
    void aBodyThatIsNoJsonIsRefused() {
        post("/things/fields", "{\"name\": ").statusCode(400).contentType(ProblemBody.MEDIA_TYPE);
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        post(
                        "/things/fields",
                        "{\"name\": \"much too long\", \"count\": 1.5, \"colour\": 1, \"limits\": {\"max\": 7, \"min\": 1}}")
                .statusCode(400)
                .body("errors.field", hasItems("name", "count", "colour", "limits.max", "limits.min"))
                .body("errors.size()", equalTo(5));
    }

    @Test
    void whatIsAwayIsA503WithRetryAfter() {
        given().get("/things/away")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("status", equalTo(503));
    }

    @Test
    void whoeverWaitsIsAnsweredInTime() {
        given().get("/things/stuck")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("status", equalTo(503));
    }

    @Test
    void whatNobodyWaitsForAnyMoreIsCancelled() throws InterruptedException {
        given().get("/things/stuck").then().statusCode(503).header("Connection", "close");

        assertTrue(GIVEN_UP.await(10, TimeUnit.SECONDS));
    }

    @Test
    void aFaultOfOursGivesNothingAway() {
        given().get("/things/broken")
                .then()
                .statusCode(500)
                .contentType(ProblemBody.MEDIA_TYPE)
                .body(org.hamcrest.Matchers.not(containsString("for the log only")));
    }

    @Test
    void aPathThatIsNotThereIsAProblemToo() {
        given().get("/nothing/here").then().statusCode(404).contentType(ProblemBody.MEDIA_TYPE);
    }

    @Test
    void onlyATokenOfThePlatformOpensTheDoor() throws Exception {
        given().get("/things/admin").then().statusCode(401).contentType(ProblemBody.MEDIA_TYPE);
        given().header("Authorization", "Bearer nonsense")
                .get("/things/admin")
                .then()
                .statusCode(401);
        given().header("Authorization", Tokens.member(ADA, "Ada"))
                .get("/things/admin")
                .then()
                .statusCode(403);
        JwtClaims foreign = Tokens.claims("member", ADA.toString(), List.of("admin"));
        foreign.setIssuer("somebody else");
        given().header("Authorization", Tokens.bearer(foreign))
                .get("/things/admin")
                .then()
                .statusCode(401);
        JwtClaims elsewhere = Tokens.claims("member", ADA.toString(), List.of("admin"));
        elsewhere.setAudience("another platform");
        given().header("Authorization", Tokens.bearer(elsewhere))
                .get("/things/admin")
                .then()
                .statusCode(401);
        JwtClaims old = Tokens.claims("member", ADA.toString(), List.of("admin"));
        old.setExpirationTimeMinutesInTheFuture(-1);
        given().header("Authorization", Tokens.bearer(old))
                .get("/things/admin")
                .then()
                .statusCode(401);

        given().header("Authorization", Tokens.admin(ADA, "Ada"))
                .get("/things/admin")
                .then()
                .statusCode(200)
                .body(equalTo("Ada " + ADA));
    }

    private static io.restassured.response.ValidatableResponse post(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).post(path).then();
    }
}
