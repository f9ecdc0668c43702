package dev.nightshift.collab.run;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.collab.CollabTest;
import dev.nightshift.collab.SampleRun;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.RunEvent;
import dev.nightshift.contracts.SessionEvent;
import dev.nightshift.contracts.Topics;
import dev.nightshift.testing.TestKafka;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TakeOverTest extends CollabTest {
    @Test
    void aRunBecomesALogThatIsNumberedFromOneOn() {
        SampleRun run = SampleRun.of(ADA)
                .queued()
                .started()
                .answered("let me see")
                .tool("Fri")
                .completed();
        send(run);

        List<JsonNode> log = awaitLog(ada, run.session, 6);
        assertEquals(
                LongStream.rangeClosed(1, 6).boxed().toList(),
                log.stream().map(event -> event.path("seq").asLong()).toList());
        assertEquals(
                List.of(
                        "run.queued",
                        "run.started",
                        "model.answered",
                        "tool.started",
                        "tool.completed",
                        "run.completed"),
                log.stream().map(event -> event.path("type").asText()).toList());
        assertEquals(run.run.toString(), log.get(4).path("runId").asText());
        assertEquals("Fri", log.get(4).path("data").path("result").asText());
    }

    @Test
    void repeatedRecordsAddNothing() {
        SampleRun run = SampleRun.of(ADA).queued().started().tool("one");
        send(run);
        send(run);
        send(run.completed());

        awaitHead(run.session, 5);
        assertEquals(
                List.of("run.queued", "run.started", "tool.started", "tool.completed", "run.completed"),
                types(ada, run.session));
    }

    @Test
    void whatComesBehindAGapWaitsAndHoldsNobodyUp() {
        SampleRun run = SampleRun.of(ADA).queued().started().tool("one").completed();
        List<RunEvent.Known> journal = run.journal();
        send(List.of(journal.get(0), journal.get(2), journal.get(3), journal.get(4)));
        SampleRun other = SampleRun.of(ADA).queued();
        send(other);
        awaitHead(other.session, 1);
        await().atMost(PATIENCE)
                .until(() -> number(
                                "select count(*) from held_run_events h join session_runs r using (run_id)"
                                        + " where r.session_id = $1",
                                run.session)
                        == 3);
        assertEquals(List.of("run.queued"), types(ada, run.session));

        send(List.of(journal.get(1)));
        awaitHead(run.session, 5);
        assertEquals(
                List.of("run.queued", "run.started", "tool.started", "tool.completed", "run.completed"),
                types(ada, run.session));
        assertEquals(0, number("select count(*) from held_run_events where $1::uuid is not null", run.session));
    }

    @Test
    void evenTheFirstEntryMayComeLate() {
        SampleRun run = SampleRun.of(ADA).queued().started();
        send(run.journal().subList(1, 2));
        send(run.journal().subList(0, 1));
        awaitHead(run.session, 2);
        assertEquals(List.of("run.queued", "run.started"), types(ada, run.session));
    }

    @Test
    void aMalformedRecordIsPutAsideAndLaterOnesFlowOn() {
        SampleRun run = SampleRun.of(ADA).queued().started();
        String marker = "{\"type\": \"run.started\", \"runId\": \"" + run.run + "\"}";
        send(run.journal().subList(0, 1));
        kafka.send(Topics.RUN_EVENTS, run.session.toString(), marker.getBytes(StandardCharsets.UTF_8), Map.of());
        send(run.journal().subList(1, 2));

        awaitHead(run.session, 2);
        ConsumerRecord<String, byte[]> dead = await().atMost(PATIENCE)
                .until(
                        () -> kafka.deadLetters(Topics.RUN_EVENTS).stream()
                                .filter(item -> new String(item.value(), StandardCharsets.UTF_8).equals(marker))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
        assertTrue(!TestKafka.header(dead, "dead-letter-reason").isBlank());
    }

    @Test
    void aRunThatFailedBeforeItsDueRecordWasReadLeavesNothing() {
        SampleRun run = SampleRun.of(ADA).failed();
        send(run);
        kafka.send(Topics.RUN_EVENTS, run.session.toString(), "after it".getBytes(StandardCharsets.UTF_8), Map.of());
        List<ConsumerRecord<String, byte[]>> dead = await().atMost(PATIENCE)
                .until(
                        () -> kafka.deadLetters(Topics.RUN_EVENTS).stream()
                                .filter(item -> run.session.toString().equals(item.key()))
                                .toList(),
                        found -> !found.isEmpty());
        assertEquals(1, dead.size());
        assertEquals("after it", new String(dead.getFirst().value(), StandardCharsets.UTF_8));
    }

    @Test
    void anEventOfANewerVersionLeavesNoGap() {
        SampleRun run = SampleRun.of(ADA).queued().started().completed();
        String unknown = """
                {"type": "run.dreamt", "runId": "%s", "sessionId": "%s", "agentId": "%s", "n": 2}""".formatted(run.run, run.session, run.agent);
        send(run.journal().subList(0, 1));
        kafka.send(Topics.RUN_EVENTS, run.session.toString(), unknown.getBytes(StandardCharsets.UTF_8), Map.of());
        send(run.journal().subList(2, 3));
        awaitHead(run.session, 2);
        assertEquals(List.of("run.queued", "run.completed"), types(ada, run.session));
    }

    @Test
    void everyNumberedEventIsPublishedAsItIsStored() {
        SampleRun run = SampleRun.of(ADA).queued().started().completed();
        send(run);
        List<JsonNode> log = awaitLog(ada, run.session, 3);

        List<ConsumerRecord<String, byte[]>> records = await().atMost(PATIENCE)
                .until(
                        () -> kafka.records(Topics.SESSION_EVENTS).stream()
                                .filter(item -> run.session.toString().equals(item.key()))
                                .toList(),
                        found -> found.size() >= 3);
        assertEquals(
                log.stream().map(event -> event.path("id").asText()).toList(),
                records.stream().map(item -> TestKafka.header(item, "ce_id")).toList());
        assertEquals("run.completed", TestKafka.header(records.getLast(), "ce_type"));
        SessionEvent last = Json.mapper().convertValue(json(text(records.getLast())), SessionEvent.class);
        assertEquals(3, last.seq());
        assertEquals(run.session, last.sessionId());
        assertEquals(log.getLast().path("data"), last.data());
    }

    @Test
    void aNulInAResultIsKept() {
        SampleRun run = SampleRun.of(ADA).queued().tool("a\0b");
        send(run);
        assertEquals(
                "a\0b",
                awaitLog(ada, run.session, 3)
                        .getLast()
                        .path("data")
                        .path("result")
                        .asText());
    }

    private static String text(ConsumerRecord<String, byte[]> item) {
        return new String(item.value(), StandardCharsets.UTF_8);
    }
}
