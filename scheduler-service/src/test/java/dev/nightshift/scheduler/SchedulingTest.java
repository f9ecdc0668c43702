package dev.nightshift.scheduler;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nightshift.contracts.AgentEvent;
import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.DueRunEvent;
import dev.nightshift.contracts.DueRunEvent.RunDue;
import dev.nightshift.contracts.DueRunEvent.RunNotDue;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.contracts.Topics;
import dev.nightshift.contracts.Trigger;
import dev.nightshift.service.runtime.DatabaseClock;
import dev.nightshift.testing.NightshiftTestStack;
import dev.nightshift.testing.TestKafka;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(NightshiftTestStack.class)
class SchedulingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    DatabaseClock clock;

    private TestKafka kafka;
    private Instant now;

    @BeforeEach
    void read() {
        kafka = TestKafka.ofThisTest();
        now = clock.now().await().atMost(PATIENCE).truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    void decidesEverySecondOnceAndOnTime() {
        SampleAgent agent = SampleAgent.scheduled("every second", now);
        send(agent);
        List<RunDue> runs = awaitRuns(agent, 6);
        delete(agent);

        List<Instant> expected = IntStream.rangeClosed(1, runs.size())
                .mapToObj(n -> now.plusSeconds(n))
                .toList();
        assertEquals(expected, runs.stream().map(RunDue::scheduledFor).toList());
        List<RunDue> fromTheThirdOn = runs.subList(3, runs.size());
        fromTheThirdOn.forEach(run -> {
            Duration late = Duration.between(run.scheduledFor(), run.decidedAt());
            assertTrue(!late.isNegative() && late.toMillis() < 150, "decided " + late + " after the due time");
        });
    }

    @Test
    void publishesAllThatTheRunNeeds() {
        SampleAgent agent = SampleAgent.scheduled("every hour", now.minusSeconds(3600));
        send(agent);
        RunDue run = awaitRuns(agent, 1).getFirst();
        ConsumerRecord<String, byte[]> item = kafka.records(Topics.DUE_RUNS).stream()
                .filter(record -> agent.id().toString().equals(record.key()))
                .findFirst()
                .orElseThrow();

        RunId id = RunId.ofDueTime(agent.id(), now);
        RunDue expected = new RunDue(
                id,
                SessionId.ofRun(id),
                agent.id(),
                Trigger.SCHEDULE,
                now,
                run.decidedAt(),
                now.plusSeconds(3600),
                null,
                List.of(),
                agent.definition().actsFor(),
                agent.definition());
        assertEquals(expected, run);
        assertEquals("run.due", TestKafka.header(item, "ce_type"));
        assertEquals(id.toString(), TestKafka.header(item, "ce_id"));
        assertEquals(agent.id().toString(), TestKafka.header(item, "ce_subject"));
    }

    @Test
    void pausesAndGoesOnInTheSamePhaseWithoutCatchingUp() {
        SampleAgent agent = SampleAgent.scheduled("every 2 seconds", now);
        send(agent);
        awaitRuns(agent, 1);
        SampleAgent paused = agent.then(AgentState.PAUSED, databaseTime());
        send(paused);
        await().atMost(PATIENCE)
                .until(() -> databaseTime().isAfter(paused.changedAt().plusSeconds(5)));
        int before = runs(agent).size();
        SampleAgent resumed = paused.then(AgentState.ACTIVE, databaseTime());
        send(resumed);
        List<Instant> due =
                awaitRuns(agent, before + 2).stream().map(RunDue::scheduledFor).toList();
        delete(resumed);

        Instant pauseIsRead = paused.changedAt().plusSeconds(2);
        assertEquals(
                List.of(),
                due.stream()
                        .filter(time -> time.isAfter(pauseIsRead) && !time.isAfter(resumed.changedAt()))
                        .toList());
        assertTrue(
                due.stream().allMatch(time -> Duration.between(now, time).toSeconds() % 2 == 0),
                "lost the phase: " + due);
    }

    @Test
    void ignoresAnOlderVersionAndStaysDeleted() {
        SampleAgent agent = SampleAgent.scheduled("every second", now);
        SampleAgent manual = agent.rescheduled("manual", now);
        send(manual);
        send(agent);
        delete(manual);
        send(manual.rescheduled("every second", now));
        awaitThatEverythingWasRead(agent);
        assertEquals(List.of(), decisions(agent));
    }

    @Test
    void runsTheLatestOfWhatWasMissedAndReportsTheOthersInOneRecord() {
        Instant setAt = now.minus(Duration.ofMinutes(30));
        SampleAgent agent = SampleAgent.scheduled("every 5 minutes", setAt);
        send(agent);
        await().atMost(PATIENCE).until(() -> decisions(agent).size() >= 3);

        List<DueRunEvent> decisions = decisions(agent);
        RunNotDue expired = (RunNotDue) decisions.getFirst();
        assertEquals(
                new RunNotDue(
                        RunId.ofDueTime(agent.id(), setAt.plusSeconds(300)),
                        agent.id(),
                        setAt.plusSeconds(300),
                        setAt.plusSeconds(1200),
                        4,
                        expired.decidedAt(),
                        setAt.plusSeconds(2100),
                        EndReason.CATCH_UP_EXPIRED),
                expired);
        assertEquals(
                List.of(setAt.plusSeconds(1500), setAt.plusSeconds(1800)),
                runs(agent).stream().map(RunDue::scheduledFor).toList());
    }

    @Test
    void setsAsideWhatCanNeverBeReadAndGoesOn() {
        SampleAgent nonsense = SampleAgent.scheduled("every banana", now);
        SampleAgent good = SampleAgent.scheduled("every second", now);
        kafka.send(Topics.AGENTS, good.id().toString(), "{\"type\": 5".getBytes(StandardCharsets.UTF_8), Map.of());
        kafka.send(
                Topics.AGENTS, AgentEvent.CODEC, nonsense.changed(), good.id().toString());
        kafka.send(
                Topics.AGENTS,
                good.id().toString(),
                "{\"type\": \"agent.teleported\"}".getBytes(StandardCharsets.UTF_8),
                Map.of());
        send(good);
        awaitRuns(good, 1);
        delete(good);

        List<String> reasons = kafka.deadLetters(Topics.AGENTS).stream()
                .filter(record -> good.id().toString().equals(record.key()))
                .map(record -> TestKafka.header(record, "dead-letter-reason"))
                .toList();
        assertEquals(2, reasons.size(), reasons::toString);
        assertTrue(reasons.get(1).contains("\"every banana\" is not an interval"), reasons::toString);
    }

    private Instant databaseTime() {
        return clock.now().await().atMost(PATIENCE);
    }

    private void send(SampleAgent agent) {
        kafka.send(Topics.AGENTS, AgentEvent.CODEC, agent.changed(), agent.id().toString());
    }

    private void delete(SampleAgent agent) {
        kafka.send(
                Topics.AGENTS,
                AgentEvent.CODEC,
                agent.deleted(databaseTime()),
                agent.id().toString());
    }

    /** Sends one more agent behind in the same partition and waits for its first run. */
    private void awaitThatEverythingWasRead(SampleAgent agent) {
        SampleAgent last = SampleAgent.scheduled("every second", databaseTime());
        kafka.send(Topics.AGENTS, AgentEvent.CODEC, last.changed(), agent.id().toString());
        awaitRuns(last, 2);
        kafka.send(
                Topics.AGENTS,
                AgentEvent.CODEC,
                last.deleted(databaseTime()),
                agent.id().toString());
    }

    private List<RunDue> awaitRuns(SampleAgent agent, int count) {
        await().atMost(PATIENCE).until(() -> runs(agent).size() >= count);
        return runs(agent);
    }

    private List<RunDue> runs(SampleAgent agent) {
        return decisions(agent).stream()
                .filter(RunDue.class::isInstance)
                .map(RunDue.class::cast)
                .toList();
    }

    private List<DueRunEvent> decisions(SampleAgent agent) {
        return kafka.events(Topics.DUE_RUNS, DueRunEvent.CODEC, agent.id().toString());
    }
}
