package dev.nightshift.collab.log;

import dev.nightshift.contracts.SessionId;
import java.util.Optional;

/**
 * A numbered event of a log. {@code body} is one JSON object that holds everything but the number, so that each of its
 * outer forms is put together without reading it again.
 */
public record LogEvent(long seq, String body) {
    private static final String SESSION = "{\"sessionId\":\"";
    private static final String SEQ = "\",\"seq\":";
    private static final int SEQ_AT = SESSION.length() + 36;

    public LogEvent {
        if (seq < 1 || body.length() < 3 || body.charAt(0) != '{') {
            throw new IllegalArgumentException("an event has a number from 1 on and a JSON object");
        }
    }

    /** As an item of a page: the body with {@code seq} as its first field. */
    public String item() {
        return "{\"seq\":" + seq + "," + body.substring(1);
    }

    /** As a record of the topic {@code session-events}. */
    public String record(SessionId session) {
        return SESSION + session + SEQ + seq + "," + body.substring(1);
    }

    /** The reverse of {@link #record}; empty for a record of any other form. */
    public static Optional<LogEvent> ofRecord(String record) {
        if (!record.startsWith(SESSION) || !record.startsWith(SEQ, SEQ_AT)) {
            return Optional.empty();
        }
        int digits = SEQ_AT + SEQ.length();
        int end = record.indexOf(',', digits);
        try {
            return Optional.of(new LogEvent(Long.parseLong(record, digits, end, 10), "{" + record.substring(end + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
