package dev.nightshift.local.kafka;

import dev.nightshift.contracts.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics of the product, each with the one where its records go that can never succeed. */
final class ProductTopics {
    private static final short ONE_COPY = 1;
    private static final int LARGEST_BATCH_BYTES = 1024 * 1024;

    private ProductTopics() {}

    static void create(Admin admin) throws IOException, InterruptedException {
        try {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = all().stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            throw new IOException("the topics could not be created: " + e.getMessage(), e);
        }
    }

    static List<NewTopic> all() {
        List<NewTopic> topics = new ArrayList<>();
        for (String name : Topics.ALL) {
            topics.add(topic(name, Topics.PARTITIONS));
            topics.add(topic(Topics.deadLetter(name), 1));
        }
        return topics;
    }

    private static NewTopic topic(String name, int partitions) {
        Map<String, String> keep = name.equals(Topics.AGENTS)
                ? Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
                : Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        String.valueOf(Duration.ofDays(7).toMillis()));
        Map<String, String> settings = new HashMap<>(keep);
        settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(LARGEST_BATCH_BYTES));
        return new NewTopic(name, partitions, ONE_COPY).configs(settings);
    }
}
