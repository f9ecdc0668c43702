package dev.nightshift.service.publish;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nightshift.contracts.Topics;
import dev.nightshift.testing.NightshiftTestStack;
import dev.nightshift.testing.TestKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(NightshiftTestStack.class)
class CommittedRowsTest {
    private static final Instant AT = Instant.parse("2027-01-04T08:00:00.125Z");

    @Inject
    Pool pool;

    @Inject
    CommittedRows rows;

    private final String key = UUID.randomUUID().toString();

    @Test
    void committedRowsArriveInOrderAsCloudEvents() {
        List<PublishedRow> written =
                IntStream.range(0, 1200).mapToObj(i -> row("e" + i)).toList();
        pool.withTransaction(tx -> PublishedRows.insertAll(tx, written)).await().indefinitely();
        rows.nudge();

        await().until(() -> seen().size() == 1200);
        assertEquals(
                written.stream().map(PublishedRow::eventId).toList(),
                seen().stream().map(r -> TestKafka.header(r, "ce_id")).toList());
        ConsumerRecord<String, byte[]> first = seen().getFirst();
        assertEquals("1.0", TestKafka.header(first, "ce_specversion"));
        assertEquals("test.happened", TestKafka.header(first, "ce_type"));
        assertEquals("/nightshift/kit", TestKafka.header(first, "ce_source"));
        assertEquals("a subject", TestKafka.header(first, "ce_subject"));
        assertEquals("2027-01-04T08:00:00.125Z", TestKafka.header(first, "ce_time"));
    }

    @Test
    void whatIsRolledBackIsNeverPublished() {
        assertThrows(
                IllegalStateException.class,
                () -> pool.withTransaction(tx -> PublishedRows.insert(tx, row("never"))
                                .chain(() -> Uni.createFrom().failure(new IllegalStateException("rolled back"))))
                        .await()
                        .indefinitely());
        pool.withTransaction(tx -> PublishedRows.insert(tx, row("after")))
                .await()
                .indefinitely();
        rows.nudge();

        await().until(() -> !seen().isEmpty());
        assertEquals(
                List.of("after"),
                seen().stream().map(r -> TestKafka.header(r, "ce_id")).toList());
    }

    @Test
    void theSweepSendsWhatACrashLeftTheSameBytesAgain() {
        pool.withTransaction(tx -> PublishedRows.insert(tx, row("twice")))
                .await()
                .indefinitely();
        await().until(() -> seen().size() == 1);
        pool.query("update published_rows set published = false where key = '" + key + "'")
                .execute()
                .await()
                .indefinitely();

        await().until(() -> seen().size() == 2);
        assertArrayEquals(seen().get(0).value(), seen().get(1).value());
        assertEquals(TestKafka.header(seen().get(0), "ce_id"), TestKafka.header(seen().get(1), "ce_id"));
    }

    private List<ConsumerRecord<String, byte[]>> seen() {
        return TestKafka.ofThisTest().records(Topics.SESSION_EVENTS).stream()
                .filter(r -> key.equals(r.key()))
                .toList();
    }

    private PublishedRow row(String id) {
        byte[] value = ("{\"id\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8);
        return new PublishedRow(Topics.SESSION_EVENTS, key, id, "test.happened", "a subject", AT, value);
    }
}
