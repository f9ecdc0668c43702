package dev.nightshift.local.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nightshift.contracts.Topics;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class ProductTopicsTest {
    private final Map<String, NewTopic> topics =
            ProductTopics.all().stream().collect(Collectors.toMap(NewTopic::name, topic -> topic));

    @Test
    void everyTopicHasOneForWhatCanNeverSucceed() {
        assertEquals(2 * Topics.ALL.size(), topics.size());
        assertEquals(12, topics.get("due-runs").numPartitions());
        assertEquals(1, topics.get("due-runs.dead-letter").numPartitions());
    }

    @Test
    void agentsAreKeptByKeyAndTheRestForSevenDays() {
        assertEquals("compact", topics.get("agents").configs().get("cleanup.policy"));
        assertEquals("604800000", topics.get("run-events").configs().get("retention.ms"));
        assertEquals("1048576", topics.get("run-events").configs().get("max.message.bytes"));
    }
}
