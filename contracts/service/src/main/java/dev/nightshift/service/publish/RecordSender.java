package dev.nightshift.service.publish;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaProducer;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;

/** Writes records as CloudEvents 1.0 in binary mode. */
@ApplicationScoped
public class RecordSender {
    private static final String CHANNEL = "published";

    private final KafkaClientService clients;
    private final String prefix;
    private final String source;

    RecordSender(
            KafkaClientService clients,
            @Channel(CHANNEL) MutinyEmitter<byte[]> makesTheChannelExist,
            @ConfigProperty(name = "nightshift.topic-prefix", defaultValue = "") java.util.Optional<String> prefix,
            @ConfigProperty(name = "nightshift.service") String service) {
        this.clients = clients;
        this.prefix = prefix.orElse("");
        this.source = "/nightshift/" + service;
    }

    Uni<Void> send(Row row) {
        List<Header> headers = List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", row.getString("event_id")),
                header("ce_type", row.getString("event_type")),
                header("ce_source", source),
                header("ce_subject", row.getString("subject")),
                header("ce_time", DateTimeFormatter.ISO_INSTANT.format(row.getOffsetDateTime("occurred_at"))),
                header("content-type", "application/json"));
        byte[] value = row.getBuffer("value").getBytes();
        return send(prefix + row.getString("topic"), row.getString("key"), value, headers);
    }

    /** Completes when all in-sync replicas have the record. {@code topic} with its prefix. */
    public Uni<Void> send(
            String topic, @org.jspecify.annotations.Nullable String key, byte[] value, List<Header> headers) {
        KafkaProducer<String, byte[]> producer = clients.getProducer(CHANNEL);
        return producer.send(new ProducerRecord<>(topic, null, key, value, headers))
                .replaceWithVoid();
    }

    /** A header as text in UTF-8. */
    public static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
