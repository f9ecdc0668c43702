package dev.nightshift.agentapi.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AtMostOncePerTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final AtMostOncePer often = new AtMostOncePer(Duration.ofMinutes(1), 2);

    @Test
    void eachKeyPassesOnceAMinute() {
        assertThat(often.passes("a", NOW)).isTrue();
        assertThat(often.passes("a", NOW.plusSeconds(59))).isFalse();
        assertThat(often.passes("b", NOW.plusSeconds(59))).isTrue();
        assertThat(often.passes("a", NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void theOldestKeyIsForgotten() {
        often.passes("a", NOW);
        often.passes("b", NOW);
        often.passes("c", NOW);

        assertThat(often.passes("c", NOW)).isFalse();
        assertThat(often.passes("a", NOW)).isTrue();
    }
}
