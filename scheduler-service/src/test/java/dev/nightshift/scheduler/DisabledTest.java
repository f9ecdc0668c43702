package dev.nightshift.scheduler;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nightshift.contracts.AgentEvent;
import dev.nightshift.contracts.Topics;
import dev.nightshift.testing.NightshiftTestStack;
import dev.nightshift.testing.TestKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = NightshiftTestStack.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "agents.enabled", value = "false"))
class DisabledTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Pool pool;

    @Test
    void keepsSchedulesButDecidesNothing() {
        SampleAgent agent = SampleAgent.scheduled("every second", Instant.now());
        TestKafka.ofThisTest()
                .send(
                        Topics.AGENTS,
                        AgentEvent.CODEC,
                        agent.changed(),
                        agent.id().toString());
        await().atMost(PATIENCE).until(() -> count("schedules where fire_at < now() - interval '2 seconds'") == 1);
        assertEquals(0, count("decisions"));
    }

    private long count(String what) {
        return pool.query("select count(*) as n from " + what)
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong("n");
    }
}
