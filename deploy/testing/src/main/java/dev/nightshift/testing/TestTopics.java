package dev.nightshift.testing;

import dev.nightshift.contracts.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of one test module: those of the product, under a prefix of its own. */
final class TestTopics {
    private static final int PARTITIONS = 3;
    private static final short ONE_COPY = 1;

    private final String kafka;
    private final List<String> names;

    private TestTopics(String kafka, List<String> names) {
        this.kafka = kafka;
        this.names = names;
    }

    static TestTopics create(String kafka, String prefix) {
        List<String> names = Topics.ALL.stream()
                .flatMap(topic -> Stream.of(prefix + topic, Topics.deadLetter(prefix + topic)))
                .toList();
        TestTopics topics = new TestTopics(kafka, names);
        topics.ask(admin -> admin.createTopics(
                        names.stream().map(TestTopics::topic).toList())
                .all());
        return topics;
    }

    void delete() {
        ask(admin -> admin.deleteTopics(names).all());
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, name.endsWith(".dead-letter") ? 1 : PARTITIONS, ONE_COPY)
                .configs(Map.of("max.message.bytes", String.valueOf(1024 * 1024)));
    }

    private void ask(java.util.function.Function<Admin, org.apache.kafka.common.KafkaFuture<Void>> request) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
            request.apply(admin).get(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the topics of the test", e);
        }
    }
}
