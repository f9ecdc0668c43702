package dev.nightshift.collab.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Test
    void comesBackToTheMicrosecond() {
        Cursor cursor = new Cursor(Instant.parse("2027-01-01T09:00:00.123456Z"), UUID.randomUUID());
        assertEquals(cursor, Cursor.parse(cursor.text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "x_y", "99999999999999999999_a", "9223372036854775807_a", "1_not-an-id", "-5_a"})
    void takesNothingElse(String plain) {
        String text = Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
        assertThrows(IllegalArgumentException.class, () -> Cursor.parse(text));
    }
}
