package dev.nightshift.scheduler.due;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nightshift.scheduler.SampleAgent;
import dev.nightshift.testing.NightshiftTestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(NightshiftTestStack.class)
class ClaimDueSchedulesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AGENTS = 700;

    @Inject
    Pool pool;

    @Inject
    ScheduleTable schedules;

    @Inject
    ClaimDueSchedules due;

    @BeforeEach
    void empty() {
        query("truncate schedules, decisions, published_rows");
    }

    @Test
    void decidesEachDueTimeOnceHoweverManyRace() {
        Instant setAt = now().minusSeconds(86_430);
        List<Standing> standings = Stream.generate(() -> SampleAgent.scheduled("every day", setAt))
                .limit(AGENTS)
                .map(agent -> Standing.from(agent.changed(), setAt))
                .toList();
        store(standings);
        Uni.join()
                .all(IntStream.range(0, 10).mapToObj(i -> due.claim()).toList())
                .andFailFast()
                .await()
                .atMost(PATIENCE);
        await().atMost(PATIENCE).until(() -> count("schedules where fire_at <= now()") == 0);

        assertEquals(AGENTS, count("decisions where outcome = 'due'"));
        assertEquals(AGENTS, count("published_rows"));
        assertEquals(AGENTS, count("(select distinct event_id from published_rows)"));
        assertEquals(AGENTS, count("schedules where next_due_at = decided_until + interval '1 day'"));
    }

    @Test
    void publishesNoDueTimeAgainThatWasDecidedBefore() {
        Instant setAt = now().minusSeconds(3630);
        SampleAgent agent = SampleAgent.scheduled("every hour", setAt);
        store(List.of(Standing.from(agent.changed(), setAt)));
        await().atMost(PATIENCE).until(this::claimUntilNothingIsDue);
        query("delete from schedules");
        store(List.of(Standing.from(agent.changed(), setAt)));
        await().atMost(PATIENCE).until(this::claimUntilNothingIsDue);

        assertEquals(1, count("decisions"));
        assertEquals(1, count("published_rows"));
        assertEquals(1, count("schedules where next_due_at > now()"));
    }

    @Test
    void goesOnWhenTheRecordOfOneAgentIsNotUnderstood() {
        Instant setAt = now().minusSeconds(3630);
        SampleAgent broken = SampleAgent.scheduled("every hour", setAt);
        SampleAgent good = SampleAgent.scheduled("every hour", setAt);
        store(List.of(Standing.from(broken.changed(), setAt)), "{}");
        store(List.of(Standing.from(good.changed(), setAt)));
        await().atMost(PATIENCE).until(this::claimUntilNothingIsDue);

        assertEquals(1, count("decisions where agent_id = '" + good.id() + "'"));
        assertEquals(1, count("decisions"));
        assertEquals(1, count("schedules where next_due_at < now() and fire_at > now()"));
    }

    private boolean claimUntilNothingIsDue() {
        due.claim().await().atMost(PATIENCE);
        return count("schedules where fire_at <= now()") == 0;
    }

    private void store(List<Standing> standings) {
        pool.withTransaction(transaction -> schedules.replace(transaction, standings))
                .await()
                .atMost(PATIENCE);
    }

    private void store(List<Standing> standings, String replacedRecord) {
        pool.withTransaction(transaction -> schedules
                        .replace(transaction, standings)
                        .chain(() -> transaction
                                .query("update schedules set record = '" + replacedRecord + "'")
                                .execute()))
                .await()
                .atMost(PATIENCE);
    }

    private Instant now() {
        return query("select date_trunc('second', now()) as now")
                .getOffsetDateTime("now")
                .toInstant();
    }

    private long count(String what) {
        return query("select count(*) as n from " + what).getLong("n");
    }

    private Row query(String sql) {
        var rows = pool.query(sql).execute().await().atMost(PATIENCE);
        return rows.size() == 0 ? null : rows.iterator().next();
    }
}
