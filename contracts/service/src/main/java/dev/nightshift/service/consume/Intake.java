package dev.nightshift.service.consume;

import dev.nightshift.contracts.EventCodec;
import dev.nightshift.contracts.MalformedEventException;
import dev.nightshift.contracts.Topics;
import dev.nightshift.service.problem.Outage;
import dev.nightshift.service.publish.RecordSender;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/**
 * Takes a batch of records so that none is lost and none stands in the way: a record that can never succeed goes to
 * the dead-letter topic with its reason, a missing database or service makes the partition wait, and an event type
 * of a newer version is skipped and counted. The returned {@code Uni} never fails.
 */
@ApplicationScoped
public class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LAST_RETRY = Duration.ofSeconds(2);

    private final RecordSender sender;
    private final MeterRegistry meters;

    Intake(RecordSender sender, MeterRegistry meters) {
        this.sender = sender;
        this.meters = meters;
    }

    /**
     * Hands the readable events of a batch to {@code handle}, in order. {@code handle} must be idempotent: it sees an
     * event again after a failure, alone or with others.
     */
    public <E> Uni<Void> take(
            ConsumerRecords<String, byte[]> batch, EventCodec<E> codec, Function<List<Received<E>>, Uni<Void>> handle) {
        return take(batch, codec, handle, false);
    }

    /**
     * As {@link #take}, for events that carry numbers: those of an unknown type are counted and handed over too, since
     * leaving one out would look like a gap.
     */
    public <E> Uni<Void> takeNumbered(
            ConsumerRecords<String, byte[]> batch, EventCodec<E> codec, Function<List<Received<E>>, Uni<Void>> handle) {
        return take(batch, codec, handle, true);
    }

    private <E> Uni<Void> take(
            ConsumerRecords<String, byte[]> batch,
            EventCodec<E> codec,
            Function<List<Received<E>>, Uni<Void>> handle,
            boolean unknownToo) {
        List<ConsumerRecord<String, byte[]>> good = new ArrayList<>();
        List<Received<E>> events = new ArrayList<>();
        Uni<Void> dead = Uni.createFrom().voidItem();
        for (ConsumerRecord<String, byte[]> item : batch) {
            try {
                Received<E> received = read(item, codec);
                boolean known = codec.types().containsValue(received.event().getClass());
                if (known || unknownToo) {
                    good.add(item);
                    events.add(received);
                }
                if (!known) {
                    meters.counter("nightshift.records.unknown", "topic", item.topic())
                            .increment();
                }
            } catch (MalformedEventException e) {
                dead = dead.chain(() -> bury(item, String.valueOf(e.getMessage())));
            }
        }
        return dead.chain(() -> events.isEmpty() ? Uni.createFrom().voidItem() : handleAll(good, events, handle));
    }

    private <E> Uni<Void> handleAll(
            List<ConsumerRecord<String, byte[]>> records,
            List<Received<E>> events,
            Function<List<Received<E>>, Uni<Void>> handle) {
        return patiently(() -> handle.apply(events)).onFailure().recoverWithUni(failure -> {
            if (records.size() == 1) {
                LOG.errorf(
                        failure,
                        "record cannot be handled topic=%s",
                        records.getFirst().topic());
                return bury(records.getFirst(), String.valueOf(failure));
            }
            return oneByOne(records, events, handle);
        });
    }

    private <E> Uni<Void> oneByOne(
            List<ConsumerRecord<String, byte[]>> records,
            List<Received<E>> events,
            Function<List<Received<E>>, Uni<Void>> handle) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (int i = 0; i < records.size(); i++) {
            int at = i;
            all = all.chain(() -> handleAll(List.of(records.get(at)), List.of(events.get(at)), handle));
        }
        return all;
    }

    private static Uni<Void> patiently(java.util.function.Supplier<Uni<? extends Void>> work) {
        return Uni.createFrom()
                .deferred(work)
                .onFailure(Outage::is)
                .invoke(failure -> LOG.debugf("waiting reason=%s", failure))
                .onFailure(Outage::is)
                .retry()
                .withBackOff(FIRST_RETRY, LAST_RETRY)
                .indefinitely();
    }

    private <E> Received<E> read(ConsumerRecord<String, byte[]> item, EventCodec<E> codec)
            throws MalformedEventException {
        byte[] value = item.value();
        if (value == null || value.length == 0) {
            throw new MalformedEventException("the record has no value");
        }
        return new Received<>(codec.decode(value), item.topic(), item.partition(), item.offset());
    }

    /** Sends the same bytes to the dead-letter topic; waits for the broker rather than drop one. */
    private Uni<Void> bury(ConsumerRecord<String, byte[]> item, String reason) {
        List<Header> headers = new ArrayList<>(List.of(item.headers().toArray()));
        headers.add(RecordSender.header("dead-letter-reason", reason));
        headers.add(RecordSender.header("dead-letter-topic", item.topic()));
        headers.add(RecordSender.header("dead-letter-partition", String.valueOf(item.partition())));
        headers.add(RecordSender.header("dead-letter-offset", String.valueOf(item.offset())));
        LOG.warnf("record dead-lettered topic=%s offset=%d reason=%s", item.topic(), item.offset(), reason);
        byte[] value = item.value() == null ? new byte[0] : item.value();
        return patiently(() -> sender.send(Topics.deadLetter(item.topic()), item.key(), value, headers));
    }
}
