package dev.nightshift.collab.session;

import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.Uuids;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/** Where a list of sessions goes on: before this one, newest first. To a client it is an opaque text. */
@Decision
record Cursor(Instant createdAt, UUID id) {
    /** Before everything that can be created. */
    static final Cursor START = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    static Cursor after(Session last) {
        return new Cursor(last.createdAt(), last.id().value());
    }

    String text() {
        String plain = ChronoUnit.MICROS.between(Instant.EPOCH, createdAt) + "_" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    /** Throws {@link IllegalArgumentException} for anything that {@link #text()} did not give. */
    static Cursor parse(String text) {
        String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
        int split = plain.indexOf('_');
        if (split < 0) {
            throw new IllegalArgumentException("not a cursor: " + text);
        }
        try {
            Instant at = Instant.EPOCH.plus(Long.parseLong(plain.substring(0, split)), ChronoUnit.MICROS);
            if (at.isAfter(START.createdAt()) || at.isBefore(Instant.EPOCH)) {
                throw new IllegalArgumentException("not a cursor: " + text);
            }
            return new Cursor(at, Uuids.parse(plain.substring(split + 1)));
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("not a cursor: " + text, e);
        }
    }
}
