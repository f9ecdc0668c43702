package dev.nightshift.scheduler;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nightshift.contracts.AgentEvent;
import dev.nightshift.contracts.Topics;
import dev.nightshift.testing.NightshiftTestStack;
import dev.nightshift.testing.TestKafka;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = NightshiftTestStack.class, initArgs = @ResourceArg(name = "agents.enabled", value = "false"))
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
        await().atMost(PATIENCE).until(() -> count("schedules where next_due_at is not null") == 1);
        await().atMost(PATIENCE).during(Duration.ofSeconds(4)).until(() -> count("decisions") == 0);
        assertEquals(1, count("schedules where fire_at < now() - interval '2 seconds'"));
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
