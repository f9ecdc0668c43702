package dev.nightshift.agentapi.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.nightshift.agentapi.AgentApiTest;
import dev.nightshift.service.token.Caller.ServiceCaller;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeyRotationTest extends AgentApiTest {
    @Inject
    PlatformTokens tokens;

    @Inject
    RotateKeys rotate;

    private static void begin() {
        admin().post("/api/signing-keys/rotate").then().statusCode(202);
    }

    private Map<String, UUID> keys() {
        Map<String, UUID> keys = new TreeMap<>();
        pool.query("select id, state from signing_keys order by created_at")
                .execute()
                .await()
                .atMost(SOON)
                .forEach(row -> keys.put(row.getString("state"), row.getUUID("id")));
        return keys;
    }

    private void change(String statement) {
        pool.query(statement).execute().await().atMost(SOON);
    }

    /** As if the next key had been published long enough. */
    private void goOn() {
        change("update signing_keys set created_at = created_at - interval '1 hour' where state = 'next'");
        rotate.look().await().atMost(SOON);
    }

    private static List<String> published() {
        return given().get("/auth/jwks.json").then().statusCode(200).extract().path("keys.kid");
    }

    private String bearer() {
        return tokens.sign(new ServiceCaller("runner-service"))
                .await()
                .atMost(SOON)
                .bearer();
    }

    private static int call(String bearer) {
        return given().header("Authorization", bearer)
                .get("/internal/sessions/" + UUID.randomUUID())
                .statusCode();
    }

    @Test
    void aKeyIsPublishedThenSignsThenIsForgotten() {
        bearer();
        UUID old = keys().get("active");
        String before = bearer();

        begin();
        UUID next = keys().get("next");
        assertThat(published()).contains(old.toString(), next.toString());
        assertThat(keys().get("active")).isEqualTo(old);
        rotate.look().await().atMost(SOON);
        assertThat(keys().get("active")).as("not before everybody can know it").isEqualTo(old);

        goOn();
        assertThat(keys().get("active")).isEqualTo(next);
        assertThat(published()).contains(old.toString(), next.toString());
        assertThat(List.of(call(before), call(bearer()))).containsOnly(404);

        change("update signing_keys set retired_at = now() - interval '11 minutes' where state = 'retired'");
        rotate.look().await().atMost(SOON);
        assertThat(published()).doesNotContain(old.toString());
        assertThat(call(before)).isEqualTo(401);
        assertThat(call(bearer())).isEqualTo(404);
    }

    @Test
    void askingTwiceMakesOneKeyAndOneEntryInTheAuditLog() {
        goOn();
        long entries = entries();

        begin();
        UUID next = keys().get("next");
        begin();

        assertThat(keys().get("next")).isEqualTo(next);
        assertThat(entries()).isEqualTo(entries + 1);
    }

    private long entries() {
        return pool.query("select count(*) as n from audit_entries where action = 'signing_key.rotated'")
                .execute()
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getLong("n");
    }

    @Test
    void anOldKeyIsReplacedByItself() {
        goOn();
        change("update signing_keys set active_at = now() - interval '31 days' where state = 'active'");

        rotate.look().await().atMost(SOON);

        assertThat(keys()).containsKey("next");
    }

    @Test
    void onlyAdminsRotate() {
        person("Curious").calls().post("/api/signing-keys/rotate").then().statusCode(403);
        given().post("/api/signing-keys/rotate").then().statusCode(401);
    }

    /** A node that has not heard of a key looks once more before it refuses. */
    @Test
    void aKeyThatAnotherNodeMadeIsFound() {
        bearer();
        SigningKey made = SigningKey.generate();
        pool.preparedQuery("insert into signing_keys (id, private_key, public_key, state, retired_at)"
                        + " values ($1, $2, $3, 'retired', now())")
                .execute(Tuple.of(
                        made.id(),
                        io.vertx.core.buffer.Buffer.buffer(made.privateKey().getEncoded()),
                        io.vertx.core.buffer.Buffer.buffer(made.publicKey().getEncoded())))
                .await()
                .atMost(SOON);
        String elsewhere = "Bearer "
                + io.smallrye.jwt.build.Jwt.claim("kind", "service")
                        .subject("runner-service")
                        .claim("name", "runner-service")
                        .groups("service")
                        .issuer("nightshift")
                        .audience("nightshift")
                        .expiresIn(60)
                        .jws()
                        .algorithm(io.smallrye.jwt.algorithm.SignatureAlgorithm.ES256)
                        .keyId(made.id().toString())
                        .sign(made.privateKey());

        await().atMost(SOON).until(() -> call(elsewhere) == 404);
    }

    /**
     * While keys change again and again, one service signs, and two verify: this one, and one that knows the published
     * keys alone, and asks for them whenever it meets one that it does not know.
     */
    @Test
    void noRequestFailsWhileKeysChange() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger calls = new AtomicInteger();
        ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int n = 0; n < 4; n++) {
                threads.submit(() -> {
                    AnotherService other = new AnotherService();
                    while (!stop.get()) {
                        try {
                            String bearer = bearer();
                            int status = call(bearer);
                            if (status != 404) {
                                failures.add("here: " + status);
                            }
                            other.verify(bearer.substring("Bearer ".length()));
                            calls.incrementAndGet();
                        } catch (Exception e) {
                            failures.add(e.toString());
                        }
                    }
                });
            }
            for (int turn = 0; turn < 6; turn++) {
                int done = calls.get();
                begin();
                await().atMost(SOON).until(() -> calls.get() > done + 40);
                goOn();
                await().atMost(SOON).until(() -> calls.get() > done + 80);
            }
            stop.set(true);
        }

        assertThat(failures).isEmpty();
        assertThat(calls.get()).isGreaterThan(480);
    }

    /** As the other services: keys are kept by their id, and fetched when one is not known. */
    private static final class AnotherService {
        private JsonWebKeySet known = new JsonWebKeySet();

        void verify(String token) throws Exception {
            String header = new String(
                    java.util.Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))),
                    java.nio.charset.StandardCharsets.UTF_8);
            boolean unknown = known.getJsonWebKeys().stream().noneMatch(key -> header.contains(key.getKeyId()));
            if (unknown) {
                known = new JsonWebKeySet(given().get("/auth/jwks.json").asString());
            }
            JwtConsumer consumer = new JwtConsumerBuilder()
                    .setVerificationKeyResolver(new JwksVerificationKeyResolver(known.getJsonWebKeys()))
                    .setExpectedAudience("nightshift")
                    .build();
            consumer.processToClaims(token);
        }
    }
}
