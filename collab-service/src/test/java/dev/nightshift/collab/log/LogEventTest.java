package dev.nightshift.collab.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionEvent;
import dev.nightshift.contracts.SessionId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogEventTest {
    private static final SessionId SESSION = SessionId.next();
    private static final NewEvent EVENT = new NewEvent(
            "e1",
            "message.posted",
            Instant.parse("2027-01-01T09:00:00Z"),
            RunId.next(),
            new Author(MemberId.next(), "Ada"),
            Json.mapper().createObjectNode().put("text", "a, \"b\": {c}"));

    @Test
    void isTheSessionEventOfTheContractAsARecord() throws Exception {
        SessionEvent expected = new SessionEvent(
                SESSION, 42, EVENT.id(), EVENT.type(), EVENT.at(), EVENT.runId(), EVENT.author(), EVENT.data());
        assertEquals(Json.mapper().writeValueAsString(expected), new LogEvent(42, EVENT.body()).record(SESSION));
    }

    @Test
    void comesBackFromItsRecord() {
        LogEvent event = new LogEvent(42, EVENT.body());
        assertEquals(Optional.of(event), LogEvent.ofRecord(event.record(SESSION)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"sessionId\":\"x\",\"seq\":1,\"id\":\"a\"}", "not json"})
    void isNotMadeOfAnythingElse(String record) {
        assertEquals(Optional.empty(), LogEvent.ofRecord(record));
    }

    @Test
    void aRecordWithoutANumberIsNone() {
        String record = new LogEvent(42, EVENT.body()).record(SESSION);
        assertEquals(Optional.empty(), LogEvent.ofRecord(record.replace(":42,", ":x,")));
        assertEquals(Optional.empty(), LogEvent.ofRecord(record.substring(0, 60)));
    }

    @Test
    void hasANumberFromOneOn() {
        assertThrows(IllegalArgumentException.class, () -> new LogEvent(0, EVENT.body()));
    }
}
