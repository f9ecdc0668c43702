package dev.nightshift.runner;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nightshift.contracts.AgentEvent;
import dev.nightshift.contracts.AgentEvent.AgentChanged;
import dev.nightshift.contracts.AgentSchedule;
import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.CatchUpPolicy;
import dev.nightshift.contracts.OverlapPolicy;
import dev.nightshift.contracts.RunEvent.RunFailed;
import dev.nightshift.contracts.RunEvent.RunSkipped;
import dev.nightshift.contracts.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AdmissionTest extends RunnerTest {
    private static final String WAITING = "```bash\nwait\n```";

    @Test
    void aRunThatIsDueTwiceHappensOnce() {
        SampleRun run = SampleRun.of("```bash\necho\n```");
        send(run);
        send(run);
        awaitStatus(run, "completed");
        SampleRun after = SampleRun.of("").ofAgent(run.agentId());
        send(after);
        awaitStatus(after, "completed");
        assertEquals(1, eventTypes(run).stream().filter("run.queued"::equals).count());
        assertEquals(1, sandbox.begun());
    }

    @Test
    void aSecondRunOfTheSameAgentIsSkipped() {
        SampleRun first = SampleRun.of(WAITING);
        SampleRun second = SampleRun.of(WAITING).ofAgent(first.agentId());
        send(first);
        awaitStatus(first, "running");
        send(second);
        awaitStatus(second, "skipped");

        RunSkipped skipped = (RunSkipped) events(second).getFirst();
        assertEquals(List.of("run.skipped"), eventTypes(second));
        assertEquals("overlap", skipped.endReason().wire());
        assertTrue(skipped.error().contains(first.runId().toString()), skipped.error());
    }

    @Test
    void allowAllRunsThemSideBySide() {
        SampleRun first = SampleRun.of(WAITING).withOverlap(OverlapPolicy.ALLOW_ALL);
        SampleRun second =
                SampleRun.of(WAITING).withOverlap(OverlapPolicy.ALLOW_ALL).ofAgent(first.agentId());
        send(first);
        send(second);
        awaitStatus(first, "running");
        awaitStatus(second, "running");
    }

    @Test
    void aRunDecidedBeforeAPauseIsSkipped() {
        SampleRun run = SampleRun.of("");
        agent(run, 2, AgentState.PAUSED, run.decidedAt().plusSeconds(1));
        awaitAgent(run, 2);
        send(run);
        Row row = awaitStatus(run, "skipped");
        assertEquals("paused", row.getString("end_reason"));

        SampleRun later =
                SampleRun.of("").ofAgent(run.agentId()).decided(run.decidedAt().plusSeconds(2));
        send(later);
        awaitStatus(later, "completed");
    }

    @Test
    void stoppingAnAgentEndsItsRunsAndSkipsWhatWasDecidedBefore() {
        SampleRun running = SampleRun.of(WAITING);
        SampleRun late = SampleRun.of(WAITING).ofAgent(running.agentId());
        send(running);
        awaitStatus(running, "running");
        agent(running, 2, AgentState.STOPPED, Instant.now());
        assertEquals("stopped", awaitStatus(running, "cancelled").getString("end_reason"));
        send(late);
        assertEquals("stopped", awaitStatus(late, "skipped").getString("end_reason"));
    }

    @Test
    void anUnknownModelFailsTheRun() {
        SampleRun run = SampleRun.of("").withModel("nobody");
        send(run);
        Row row = awaitStatus(run, "failed");
        assertEquals("invalid", row.getString("end_reason"));
        assertEquals(List.of("run.queued", "run.failed"), eventTypes(run));
    }

    @Test
    void aMalformedDueRecordIsDeadLetteredAndItsRunEnds() {
        SampleRun run = SampleRun.of("");
        SampleRun next = SampleRun.of("").ofAgent(run.agentId());
        String broken = "{\"type\":\"run.due\",\"runId\":\"" + run.runId() + "\",\"agentId\":\"" + run.agentId()
                + "\",\"trigger\":\"sometimes\"}";
        kafka.send(Topics.DUE_RUNS, run.agentId().toString(), broken.getBytes(StandardCharsets.UTF_8), Map.of());
        kafka.send(Topics.DUE_RUNS, run.agentId().toString(), "not json".getBytes(StandardCharsets.UTF_8), Map.of());
        send(next);

        awaitStatus(next, "completed");
        Row row = awaitStatus(run, "failed");
        assertEquals("invalid", row.getString("end_reason"));
        assertTrue(((RunFailed) events(run).getLast()).error().startsWith("The due record cannot be used"));
        List<String> dead = kafka.deadLetters(Topics.DUE_RUNS).stream()
                .map(item -> new String(item.value(), StandardCharsets.UTF_8))
                .toList();
        assertTrue(dead.containsAll(List.of(broken, "not json")), dead.toString());
    }

    @Test
    void aNulCharacterFailsTheRunAndNotThoseAfterIt() {
        SampleRun run = SampleRun.of("").withTask("a\0b");
        SampleRun next = SampleRun.of("").ofAgent(run.agentId());
        send(run);
        send(next);

        awaitStatus(next, "completed");
        assertEquals("invalid", awaitStatus(run, "failed").getString("end_reason"));
        assertEquals(
                "The due record cannot be used: \"task\" contains the NUL character",
                ((RunFailed) events(run).getLast()).error());
    }

    @Test
    void whatIsTooLargeToBeToldFailsTheRunAndNotThoseAfterIt() {
        SampleRun run = SampleRun.of("").withTask("x".repeat(Topics.MAX_VALUE_BYTES));
        SampleRun next = SampleRun.of("").ofAgent(run.agentId());
        send(run);
        send(next);

        awaitStatus(next, "completed");
        assertEquals("invalid", awaitStatus(run, "failed").getString("end_reason"));
        assertTrue(
                ((RunFailed) events(run).getLast()).error().contains("too large"), () -> row(run).getString("error"));
    }

    @Test
    void whatWasStoredAndCannotBeReadAnyMoreFailsAloneAndHoldsNobodyUp() {
        SampleRun first = SampleRun.chat(WAITING);
        SampleRun second = SampleRun.chat("").in(first.sessionId()).ofAgent(first.agentId());
        send(first);
        awaitStatus(first, "running");
        send(second);
        awaitStatus(second, "pending");
        sql("update runs set due = 'null' where run_id = $1", second.runId().value());
        sandbox.mayEnd.countDown();

        assertEquals("invalid", awaitStatus(second, "failed").getString("end_reason"));
        assertEquals("run.failed", eventTypes(second).getLast());
        SampleRun third = SampleRun.chat("").in(first.sessionId()).ofAgent(first.agentId());
        send(third);
        awaitStatus(third, "completed");
    }

    @Test
    void aRunOfOneBlockTakesThreeTransactionsAndAtMostAsManyToPublish() {
        awaitPublished();
        sql("create table writing (what text, transaction xid8, primary key (what, transaction))");
        sql("""
                create function note_writing() returns trigger language plpgsql as $$ begin
                    insert into writing values (tg_argv[0], pg_current_xact_id()) on conflict do nothing;
                    return null; end $$""");
        sql("""
                create trigger note_run after insert or update of n on runs for each row
                execute function note_writing('journal')""");
        sql("""
                create trigger note_published after update on published_rows for each row
                execute function note_writing('publish')""");
        try {
            SampleRun run = SampleRun.of("```bash\necho\n```");
            send(run);
            awaitStatus(run, "completed");
            awaitPublished();
            assertEquals(3, transactions("journal"));
            assertTrue(transactions("publish") <= 3, () -> "to publish: " + transactions("publish"));
        } finally {
            sql("drop function note_writing() cascade");
            sql("drop table writing");
        }
    }

    private long transactions(String what) {
        return sql("select count(*) as n from writing where what = $1", what)
                .getFirst()
                .getLong("n");
    }

    private void awaitPublished() {
        await().atMost(PATIENCE)
                .until(() ->
                        sql("select 1 from published_rows where not published").isEmpty());
    }

    @Test
    void noMoreThanThreeRunAtOnceAndAFreeSlotIsTakenAtOnce() {
        List<SampleRun> runs = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            runs.add(SampleRun.of(WAITING));
        }
        runs.forEach(this::send);
        await().atMost(PATIENCE)
                .until(() -> runs.stream().allMatch(run -> !status(run).equals("unknown")));
        await().atMost(PATIENCE).until(() -> count("running") == 3);
        await().during(Duration.ofMillis(1500)).atMost(PATIENCE).until(() -> count("running") == 3);
        sandbox.mayEnd.countDown();
        runs.forEach(run -> awaitStatus(run, "completed"));
        assertEquals(3, mostAtOnce());
    }

    @Test
    void runsOfOneChatFollowEachOtherAndAnotherChatDoesNotWait() {
        SampleRun first = SampleRun.chat(WAITING);
        SampleRun second = SampleRun.chat(WAITING).in(first.sessionId()).ofAgent(first.agentId());
        SampleRun other = SampleRun.chat(WAITING).ofAgent(first.agentId());
        send(first);
        awaitStatus(first, "running");
        send(second);
        send(other);
        awaitStatus(other, "running");
        assertEquals("pending", status(second));
        sandbox.mayEnd.countDown();
        awaitStatus(second, "completed");
    }

    @Test
    void startsAtOnceOnAWarmSystem() {
        for (int i = 0; i < 5; i++) {
            SampleRun warm = SampleRun.of("");
            send(warm);
            awaitStatus(warm, "completed");
        }
        SampleRun run = SampleRun.of("");
        send(run);
        Row row = awaitStatus(run, "completed");
        Duration waited = Duration.between(row.getOffsetDateTime("admitted_at"), row.getOffsetDateTime("started_at"));
        assertTrue(waited.toMillis() < 100, "waited " + waited);
    }

    private long count(String status) {
        return sql("select count(*) as n from runs where status = $1", status)
                .getFirst()
                .getLong("n");
    }

    /** From the times that the runs themselves have. */
    private long mostAtOnce() {
        return sql("""
                select max(n) as most from (select (select count(*) from runs b where b.started_at <= a.started_at
                    and b.finished_at > a.started_at and not b.chat) as n from runs a where a.started_at is not null) x""").getFirst().getLong("most");
    }

    private void agent(SampleRun run, long version, AgentState state, Instant changedAt) {
        AgentSchedule schedule = new AgentSchedule("manual", "UTC", changedAt, null, null, 0, CatchUpPolicy.LATEST, 0);
        kafka.send(
                Topics.AGENTS,
                AgentEvent.CODEC,
                new AgentChanged(run.agentId(), version, state, changedAt, schedule, run.definition()),
                run.agentId().toString());
    }

    private void awaitAgent(SampleRun run, long version) {
        await().atMost(PATIENCE)
                .until(() -> !sql(
                                "select 1 from agents where agent_id = $1 and version = $2",
                                run.agentId().value(),
                                version)
                        .isEmpty());
    }
}
