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
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Takes a batch of records so that none is lost and none stands in the way: a record that can never succeed goes to
 * the dead-letter topic with its reason, a missing database or service makes the partition wait, and an event type
 * of a newer version is skipped and counted. The returned {@code Uni} never fails.
 *
 * <p>A dead letter is the same key, bytes and headers, with these headers added: {@code dead-letter-service} (the reader
 * that put it aside; every reader decides for itself), {@code dead-letter-reason}, {@code dead-letter-topic},
 * {@code dead-letter-partition} and {@code dead-letter-offset}.
 */
@ApplicationScoped
public class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LAST_RETRY = Duration.ofSeconds(2);
    private static final Function<DeadRecord, Uni<Void>> NOTHING_TO_DO =
            dead -> Uni.createFrom().voidItem();

    private final RecordSender sender;
    private final MeterRegistry meters;
    private final String service;

    Intake(RecordSender sender, MeterRegistry meters, @ConfigProperty(name = "nightshift.service") String service) {
        this.sender = sender;
        this.meters = meters;
        this.service = service;
    }

    /**
     * Hands the readable events of a batch to {@code handle}, in order. {@code handle} must be idempotent: it sees an
     * event again after a failure, alone or with others.
     */
    public <E> Uni<Void> take(
            ConsumerRecords<String, byte[]> batch, EventCodec<E> codec, Function<List<Received<E>>, Uni<Void>> handle) {
        return take(batch, codec, new Reader<>(handle, NOTHING_TO_DO, false));
    }

    /**
     * As {@link #take}, and every dead record goes to {@code onDead} before it is put aside, so that what it was meant
     * to do can be ended. {@code onDead} must be idempotent too.
     */
    public <E> Uni<Void> take(
            ConsumerRecords<String, byte[]> batch,
            EventCodec<E> codec,
            Function<List<Received<E>>, Uni<Void>> handle,
            Function<DeadRecord, Uni<Void>> onDead) {
        return take(batch, codec, new Reader<>(handle, onDead, false));
    }

    /**
     * As {@link #take}, for events that carry numbers: those of an unknown type are counted and handed over too, since
     * leaving one out would look like a gap.
     */
    public <E> Uni<Void> takeNumbered(
            ConsumerRecords<String, byte[]> batch, EventCodec<E> codec, Function<List<Received<E>>, Uni<Void>> handle) {
        return take(batch, codec, new Reader<>(handle, NOTHING_TO_DO, true));
    }

    /** What a service does with records. */
    private static final class Reader<E> {
        final Function<List<Received<E>>, Uni<Void>> handle;
        final Function<DeadRecord, Uni<Void>> onDead;
        final boolean unknownToo;

        Reader(
                Function<List<Received<E>>, Uni<Void>> handle,
                Function<DeadRecord, Uni<Void>> onDead,
                boolean unknownToo) {
            this.handle = handle;
            this.onDead = onDead;
            this.unknownToo = unknownToo;
        }
    }

    private record Readable<E>(ConsumerRecord<String, byte[]> item, Received<E> event) {}

    private <E> Uni<Void> take(ConsumerRecords<String, byte[]> batch, EventCodec<E> codec, Reader<E> reader) {
        List<Readable<E>> good = new ArrayList<>();
        Uni<Void> dead = Uni.createFrom().voidItem();
        for (ConsumerRecord<String, byte[]> item : batch) {
            try {
                Received<E> received = read(item, codec);
                boolean known = codec.types().containsValue(received.event().getClass());
                if (known || reader.unknownToo) {
                    good.add(new Readable<>(item, received));
                }
                if (!known) {
                    meters.counter("nightshift.records.unknown", "topic", item.topic())
                            .increment();
                }
            } catch (MalformedEventException | RuntimeException e) {
                dead = dead.chain(() -> bury(new DeadRecord(item, reason(e)), reader));
            }
        }
        return dead.chain(() -> good.isEmpty() ? Uni.createFrom().voidItem() : handleAll(good, reader));
    }

    private <E> Uni<Void> handleAll(List<Readable<E>> records, Reader<E> reader) {
        List<Received<E>> events = records.stream().map(Readable::event).toList();
        return patiently(() -> reader.handle.apply(events)).onFailure().recoverWithUni(failure -> {
            if (records.size() == 1) {
                ConsumerRecord<String, byte[]> item = records.getFirst().item;
                LOG.errorf(failure, "record cannot be handled topic=%s", item.topic());
                return bury(new DeadRecord(item, reason(failure)), reader);
            }
            return oneByOne(records, reader);
        });
    }

    private <E> Uni<Void> oneByOne(List<Readable<E>> records, Reader<E> reader) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Readable<E> one : records) {
            all = all.chain(() -> handleAll(List.of(one), reader));
        }
        return all;
    }

    private static Uni<Void> patiently(Supplier<Uni<? extends Void>> work) {
        return Uni.createFrom()
                .deferred(work)
                .onFailure(Outage::is)
                .invoke(failure -> LOG.debugf("waiting reason=%s", failure))
                .onFailure(Outage::is)
                .retry()
                .withBackOff(FIRST_RETRY, LAST_RETRY)
                .indefinitely();
    }

    private static <E> Received<E> read(ConsumerRecord<String, byte[]> item, EventCodec<E> codec)
            throws MalformedEventException {
        String named = DeadRecord.type(item).orElse(null);
        byte[] value = DeadRecord.value(item);
        if (value.length == 0 && (named == null || codec.names().contains(named))) {
            throw new MalformedEventException("the record has no value");
        }
        return new Received<>(codec.decode(value, named), item.topic(), item.partition(), item.offset());
    }

    private static String reason(Throwable failure) {
        return Objects.requireNonNullElse(failure.getMessage(), failure.toString());
    }

    private Uni<Void> bury(DeadRecord dead, Reader<?> reader) {
        return patiently(() -> reader.onDead.apply(dead))
                .onFailure()
                .invoke(e -> LOG.errorf(
                        e,
                        "a dead record is only put aside topic=%s",
                        dead.item().topic()))
                .onFailure()
                .recoverWithNull()
                .chain(() -> bury(dead));
    }

    /** Sends the same bytes to the dead-letter topic; waits for the broker rather than drop one. */
    private Uni<Void> bury(DeadRecord dead) {
        ConsumerRecord<String, byte[]> item = dead.item();
        List<Header> headers = new ArrayList<>(List.of(item.headers().toArray()));
        headers.add(RecordSender.header("dead-letter-service", service));
        headers.add(RecordSender.header("dead-letter-reason", dead.reason()));
        headers.add(RecordSender.header("dead-letter-topic", item.topic()));
        headers.add(RecordSender.header("dead-letter-partition", String.valueOf(item.partition())));
        headers.add(RecordSender.header("dead-letter-offset", String.valueOf(item.offset())));
        LOG.warnf("record dead-lettered topic=%s offset=%d reason=%s", item.topic(), item.offset(), dead.reason());
        return patiently(() -> sender.send(Topics.deadLetter(item.topic()), item.key(), dead.value(), headers));
    }
}
