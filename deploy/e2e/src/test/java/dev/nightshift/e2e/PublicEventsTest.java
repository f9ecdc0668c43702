package dev.nightshift.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Outside monitoring sees the four public event types with CloudEvents headers, through nothing but a consumer. */
class PublicEventsTest {
    private static final Set<String> COMMON =
            Set.of("agentId", "agentName", "runId", "sessionId", "trigger", "scheduledFor", "runCount", "timestamp");

    @Test
    void aPlainConsumerSeesStartedCompletedErrorAndStatus() throws Exception {
        Door door = SharedStack.door();
        String good = door.createAgent(Door.runbook("Fine", "every 2 seconds", "```bash\necho fine\n```\n"));
        String bad = door.createAgent(Door.runbook("Broken", "every 2 seconds", "```bash\nexit 3\n```\n"));

        List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            consumer.subscribe(List.of("background-events"));
            Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(40)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
                return types(seen, good)
                                .containsAll(Set.of(
                                        "background_task_started",
                                        "background_task_completed",
                                        "background_agent_status"))
                        && types(seen, bad).contains("background_task_error");
            });
        }
        door.post("/api/agents/" + good + "/stop", Door.JSON.createObjectNode(), 200);
        door.post("/api/agents/" + bad + "/stop", Door.JSON.createObjectNode(), 200);

        for (ConsumerRecord<String, byte[]> found : seen) {
            assertThat(header(found, "ce_specversion")).isEqualTo("1.0");
            assertThat(header(found, "ce_id")).isNotBlank();
            assertThat(header(found, "ce_source")).isNotBlank();
            assertThat(header(found, "ce_subject")).isNotBlank();
            assertThat(Instant.parse(header(found, "ce_time")))
                    .isBefore(Instant.now().plusSeconds(5));
            assertThat(found.key()).isEqualTo(value(found).path("agentId").asText());
        }
        assertThat(fields(first(seen, good, "background_task_started"))).containsAll(COMMON);
        assertThat(fields(first(seen, good, "background_task_completed")))
                .containsAll(COMMON)
                .contains("summary", "durationMs", "toolCalls", "totalTokens", "endReason");
        JsonNode error = first(seen, bad, "background_task_error");
        assertThat(fields(error)).containsAll(COMMON).contains("error", "errorCount", "endReason");
        assertThat(error.path("endReason").asText()).isEqualTo("tool_error");
        assertThat(fields(first(seen, good, "background_agent_status")))
                .contains("agentId", "agentName", "status", "nextRunAt", "runCount", "errorCount", "timestamp");
        assertThat(seen.stream().map(r -> header(r, "ce_id")).collect(Collectors.toSet()))
                .hasSameSizeAs(seen);
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                SharedStack.stack().kafka(),
                ConsumerConfig.GROUP_ID_CONFIG,
                "outside-" + UUID.randomUUID(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class));
    }

    private static Set<String> types(List<ConsumerRecord<String, byte[]>> seen, String agent) {
        return seen.stream()
                .filter(r -> agent.equals(r.key()))
                .map(r -> header(r, "ce_type"))
                .collect(Collectors.toSet());
    }

    private static JsonNode first(List<ConsumerRecord<String, byte[]>> seen, String agent, String type) {
        return seen.stream()
                .filter(r -> agent.equals(r.key()) && type.equals(header(r, "ce_type")))
                .map(PublicEventsTest::value)
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> fields(JsonNode value) {
        Set<String> names = new LinkedHashSet<>();
        value.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String header(ConsumerRecord<String, byte[]> found, String name) {
        var header = found.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static JsonNode value(ConsumerRecord<String, byte[]> found) {
        try {
            return Door.JSON.readTree(found.value());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
