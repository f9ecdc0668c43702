package dev.nightshift.service.publish;

import dev.nightshift.contracts.EventCodec;
import dev.nightshift.contracts.Topics;
import java.time.Instant;

/**
 * A record that a transaction wants published: written by {@link PublishedRows} with the state it speaks of, sent
 * after the commit by {@link CommittedRows}. {@code topic} is one of {@link Topics}, without prefix; {@code eventId}
 * stays the same however often it is sent.
 */
public record PublishedRow(
        String topic, String key, String eventId, String eventType, String subject, Instant occurredAt, byte[] value) {

    public PublishedRow {
        if (value.length > Topics.MAX_VALUE_BYTES) {
            throw new IllegalArgumentException(eventType + " has " + value.length + " bytes; too large for a record");
        }
    }

    /** A row for an event of a known family; the subject is the key. */
    public static <E> PublishedRow of(
            String topic, String key, String eventId, EventCodec<E> codec, E event, Instant occurredAt) {
        return new PublishedRow(topic, key, eventId, codec.typeOf(event), key, occurredAt, codec.encode(event));
    }
}
