package dev.nightshift.testing;

import dev.nightshift.contracts.EventCodec;
import dev.nightshift.contracts.MalformedEventException;
import dev.nightshift.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Another party on Kafka: sends CloudEvents and reads whole topics. Topics are named without their prefix. */
public final class TestKafka {
    private static final String ADDRESS = "nightshift.test.kafka";
    private static final String PREFIX = "nightshift.test.topic-prefix";

    private final String bootstrap;
    private final String prefix;

    public TestKafka(String bootstrap, String prefix) {
        this.bootstrap = bootstrap;
        this.prefix = prefix;
    }

    /** The topics of the running Quarkus test. */
    public static TestKafka ofThisTest() {
        return new TestKafka(System.getProperty(ADDRESS), System.getProperty(PREFIX));
    }

    /** System properties, since test and application may have loaded this class separately. */
    static void announce(String bootstrap, String prefix) {
        System.setProperty(ADDRESS, bootstrap);
        System.setProperty(PREFIX, prefix);
    }

    /** Sends one event as a CloudEvent with a new id; returns once the broker has it. */
    public <E> void send(String topic, EventCodec<E> codec, E event, String key) {
        String type = codec.typeOf(event);
        Map<String, String> headers = Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_type",
                type,
                "ce_source",
                "/nightshift/test",
                "ce_subject",
                key,
                "ce_time",
                Instant.now().toString(),
                "content-type",
                "application/json");
        send(topic, key, codec.encode(event), headers);
    }

    /** Sends any bytes; returns once the broker has them. */
    public void send(String topic, @Nullable String key, byte[] value, Map<String, String> headers) {
        ProducerRecord<String, byte[]> item = new ProducerRecord<>(prefix + topic, key, value);
        headers.forEach((name, text) -> item.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        Map<String, Object> settings =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap, ProducerConfig.LINGER_MS_CONFIG, 0);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(item).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("not sent to " + topic, e);
        }
    }

    /** Everything the topic has now, in order within each partition. */
    public List<ConsumerRecord<String, byte[]>> records(String topic) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(prefix + topic).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    /** Everything the topic has now, decoded; with the events of one key only where a key is given. */
    public <E> List<E> events(String topic, EventCodec<E> codec, @Nullable String key) {
        List<E> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> item : records(topic)) {
            if (key == null || key.equals(item.key())) {
                try {
                    events.add(codec.decode(item.value()));
                } catch (MalformedEventException e) {
                    throw new AssertionError(
                            "malformed in " + topic + ": " + new String(item.value(), StandardCharsets.UTF_8), e);
                }
            }
        }
        return events;
    }

    /** What was put aside as never going to succeed. */
    public List<ConsumerRecord<String, byte[]>> deadLetters(String topic) {
        return records(Topics.deadLetter(topic));
    }

    /** A header's text; fails where there is none. */
    public static String header(ConsumerRecord<?, ?> item, String name) {
        return new String(item.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
