package dev.nightshift.collab.live;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import dev.nightshift.collab.CollabTest;
import dev.nightshift.collab.SampleRun;
import dev.nightshift.collab.Watcher;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.testing.StubServer;
import dev.nightshift.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecheckSocketsTest extends CollabTest {
    private static final String CHECK = "POST /internal/credentials/check";

    @Inject
    RecheckSockets recheck;

    private final List<JsonNode> questions = new CopyOnWriteArrayList<>();
    private final List<String> bearers = new CopyOnWriteArrayList<>();

    private static String bearer(MemberId member, String credential, String... roles) {
        JwtClaims claims = Tokens.claims("member", member.toString(), List.of(roles));
        claims.setStringClaim("name", "Ada");
        claims.setStringListClaim("memberGroups", List.of());
        claims.setStringClaim("credential", credential);
        return Tokens.bearer(claims);
    }

    /** agent-api, which decides by what it is asked. */
    private void agentApiSays(Function<JsonNode, Boolean> gone, Function<JsonNode, Boolean> admin) {
        StubServer.on(CHECK, exchange -> {
            JsonNode holders = question(exchange).path("holders");
            StubServer.respond(
                    exchange,
                    200,
                    "application/json",
                    "{\"gone\": " + places(holders, gone) + ", \"admins\": " + places(holders, admin)
                            + ", \"new\": 1}");
        });
    }

    private JsonNode question(HttpExchange exchange) throws IOException {
        JsonNode question = json(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        questions.add(question);
        bearers.add(exchange.getRequestHeaders().getFirst("Authorization"));
        return question;
    }

    private static List<Integer> places(JsonNode holders, Function<JsonNode, Boolean> which) {
        return IntStream.range(0, holders.size())
                .filter(place -> which.apply(holders.get(place)))
                .boxed()
                .toList();
    }

    private SampleRun session(boolean org) {
        SampleRun run = org ? SampleRun.ofOrganisation() : SampleRun.of(ADA);
        run.queued().started();
        send(run);
        awaitHead(run.session, 2);
        return run;
    }

    private void check() {
        recheck.check().await().atMost(PATIENCE);
    }

    @Test
    void theSocketOfARevokedCredentialIsClosedAndTheOthersStayOpen() {
        SampleRun run = session(false);
        agentApiSays(holder -> holder.path("credential").asText().equals("session:1"), holder -> false);
        try (Watcher revoked = Watcher.open(bearer(ADA.memberId(), "session:1", "member"), run.session, 2);
                Watcher good = Watcher.open(bearer(ADA.memberId(), "token:2", "member"), run.session, 2);
                Watcher proxied = Watcher.open(ada, run.session, 2)) {
            List.of(revoked, good, proxied).forEach(watcher -> watcher.awaitFrame("hello"));

            check();

            assertEquals(CloseCodes.SIGNED_OUT, revoked.awaitClose());
            List.of(good, proxied).forEach(watcher -> {
                watcher.say("{\"type\": \"ping\"}");
                watcher.awaitFrame("pong");
            });
        }
        assertEquals(1, questions.size());
        assertEquals(3, questions.getFirst().path("holders").size());
        assertFalse(bearers.getFirst().isBlank());
    }

    @Test
    void twoSocketsOfOneCredentialAreOneQuestionAndCloseTogether() {
        SampleRun run = session(false);
        agentApiSays(holder -> true, holder -> false);
        try (Watcher one = Watcher.open(bearer(ADA.memberId(), "session:3", "member"), run.session, 2);
                Watcher two = Watcher.open(bearer(ADA.memberId(), "session:3", "member"), run.session, 2)) {
            one.awaitFrame("hello");
            two.awaitFrame("hello");

            check();

            assertEquals(
                    List.of(CloseCodes.SIGNED_OUT, CloseCodes.SIGNED_OUT), List.of(one.awaitClose(), two.awaitClose()));
        }
        assertEquals(1, questions.getFirst().path("holders").size());
    }

    @Test
    void whoIsNoAdminAnyMoreLosesTheSessionsOfTheOrganisation() {
        SampleRun run = session(true);
        MemberId kept = MemberId.next();
        MemberId demoted = MemberId.next();
        agentApiSays(holder -> false, holder -> holder.path("memberId").asText().equals(kept.toString()));
        try (Watcher stays = Watcher.open(bearer(kept, "session:4", "member", "admin"), run.session, 2);
                Watcher goes = Watcher.open(bearer(demoted, "session:5", "member", "admin"), run.session, 2)) {
            stays.awaitFrame("hello");
            goes.awaitFrame("hello");

            check();

            assertEquals(CloseCodes.ROLE_LOST, goes.awaitClose());
            stays.say("{\"type\": \"ping\"}");
            stays.awaitFrame("pong");
        }
    }

    @Test
    void withoutAnAnswerSocketsStayOpenAndTheNextCheckHoldsAgain() {
        SampleRun run = session(false);
        StubServer.on(CHECK, StubServer.json(503, "{}"));
        try (Watcher watcher = Watcher.open(bearer(ADA.memberId(), "session:6", "member"), run.session, 2)) {
            watcher.awaitFrame("hello");

            check();
            watcher.say("{\"type\": \"ping\"}");
            watcher.awaitFrame("pong");

            agentApiSays(holder -> true, holder -> false);
            check();
            assertEquals(CloseCodes.SIGNED_OUT, watcher.awaitClose());
        }
        await().atMost(PATIENCE).until(() -> questions.size() == 1);
    }
}
