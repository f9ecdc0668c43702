package dev.nightshift.collab;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.testing.NightshiftTestStack;
import dev.nightshift.testing.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Where agents are switched off there are no sessions. */
@QuarkusTest
@WithTestResource(value = NightshiftTestStack.class, initArgs = @ResourceArg(name = "agents.enabled", value = "false"))
class DisabledTest {
    private static final String ADA = Tokens.member(MemberId.next(), "Ada");
    private static final String SESSION = "/api/sessions/" + SessionId.next();

    @Test
    void everyPathAnswersThatThereIsNothing() {
        for (String path : new String[] {"/api/sessions", SESSION, SESSION + "/events", SESSION + "/queue"}) {
            given().header("Authorization", ADA).get(path).then().statusCode(404);
        }
        given().header("Authorization", ADA)
                .contentType("application/json")
                .body("{\"clientId\": \"1\", \"text\": \"hi\"}")
                .post(SESSION + "/messages")
                .then()
                .statusCode(404);
    }

    @Test
    void nobodyCanWatch() {
        assertEquals(4404, Watcher.open(ADA, SessionId.next(), 0).awaitClose());
    }
}
