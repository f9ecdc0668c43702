package dev.nightshift.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nightshift.contracts.AgentEvent;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TestStackTest {
    private static final NightshiftTestStack STACK = new NightshiftTestStack();
    private static Map<String, String> settings;

    @BeforeAll
    static void start() {
        STACK.init(Map.of("nightshift.search.url", " ", "nightshift.own", "value"));
        settings = STACK.start();
    }

    @AfterAll
    static void stop() {
        STACK.stop();
    }

    @Test
    void argumentsBecomeSettingsAndBlankOnesTakeThemAway() {
        assertEquals("value", settings.get("nightshift.own"));
        assertEquals(null, settings.get("nightshift.search.url"));
    }

    @Test
    void theDatabaseIsItsOwn() throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://" + settings.get("nightshift.db.url"),
                        settings.get("nightshift.db.user"),
                        settings.get("nightshift.db.password"));
                var tables = connection.getMetaData().getTables(null, "public", "%", null)) {
            assertEquals(false, tables.next());
        }
    }

    @Test
    void anEventComesBackWithItsHeaders() {
        TestKafka kafka = new TestKafka(settings.get("nightshift.kafka"), settings.get("nightshift.topic-prefix"));
        AgentId agent = AgentId.next();
        AgentEvent event =
                new AgentEvent.AgentDeleted(agent, 3, AgentState.DELETED, Instant.parse("2026-01-01T00:00:00Z"));

        kafka.send(Topics.AGENTS, AgentEvent.CODEC, event, agent.toString());

        assertEquals(List.of(event), kafka.events(Topics.AGENTS, AgentEvent.CODEC, agent.toString()));
        ConsumerRecord<String, byte[]> sent = kafka.records(Topics.AGENTS).getLast();
        assertEquals("agent.deleted", TestKafka.header(sent, "ce_type"));
        assertEquals("1.0", TestKafka.header(sent, "ce_specversion"));
    }

    @Test
    void deadLettersAreReadFromTheirOwnTopic() {
        TestKafka kafka = new TestKafka(settings.get("nightshift.kafka"), settings.get("nightshift.topic-prefix"));

        kafka.send(Topics.deadLetter(Topics.DUE_RUNS), null, "x".getBytes(StandardCharsets.UTF_8), Map.of());

        assertEquals(1, kafka.deadLetters(Topics.DUE_RUNS).size());
        assertTrue(kafka.records(Topics.DUE_RUNS).isEmpty());
    }
}
