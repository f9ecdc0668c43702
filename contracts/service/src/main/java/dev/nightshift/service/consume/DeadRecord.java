package dev.nightshift.service.consume;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A record that can never succeed, and why. */
public record DeadRecord(ConsumerRecord<String, byte[]> item, String reason) {
    private static final byte[] NONE = new byte[0];

    /** What its envelope calls it. */
    public Optional<String> type() {
        return type(item);
    }

    /** Empty where there is none. */
    public byte[] value() {
        return value(item);
    }

    static Optional<String> type(ConsumerRecord<String, byte[]> item) {
        Header type = item.headers().lastHeader("ce_type");
        return type == null || type.value() == null
                ? Optional.empty()
                : Optional.of(new String(type.value(), StandardCharsets.UTF_8));
    }

    static byte[] value(ConsumerRecord<String, byte[]> item) {
        return Objects.requireNonNullElse(item.value(), NONE);
    }
}
