package dev.nightshift.agentapi.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPauseTest {
    private static final Duration FIRST = Duration.ofSeconds(5);

    @Test
    void growsFromFiveSecondsToTwelveHours() {
        assertThat(IntStream.of(1, 2, 3, 5, 9, 10, 500)
                        .mapToObj(failures -> RetryPause.after(failures, FIRST, 0.5, null)))
                .containsExactly(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(45),
                        Duration.ofSeconds(405),
                        Duration.ofSeconds(32_805),
                        Duration.ofHours(12),
                        Duration.ofHours(12));
    }

    @Test
    void isSpreadByAFifth() {
        assertThat(RetryPause.after(1, FIRST, 0, null)).isEqualTo(Duration.ofSeconds(4));
        assertThat(RetryPause.after(1, FIRST, 1, null)).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void isAsLongAsTheReceiverAsksButNotLongerThanTheLongest() {
        assertThat(RetryPause.after(1, FIRST, 0.5, Duration.ofMinutes(2))).isEqualTo(Duration.ofMinutes(2));
        assertThat(RetryPause.after(3, FIRST, 0.5, Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(45));
        assertThat(RetryPause.after(1, FIRST, 0.5, Duration.ofDays(900))).isEqualTo(RetryPause.LONGEST);
    }

    @Test
    void onlyBusyReceiversMayAskInSeconds() {
        assertThat(RetryAfter.read(429, "7")).isEqualTo(Duration.ofSeconds(7));
        assertThat(RetryAfter.read(503, "7")).isEqualTo(Duration.ofSeconds(7));
        assertThat(RetryAfter.read(500, "7")).isNull();
        assertThat(RetryAfter.read(429, "-7")).isNull();
        assertThat(RetryAfter.read(429, "99999999999999999999")).isNull();
        assertThat(RetryAfter.read(429, "Fri, 31 Dec 2027 23:59:59 GMT")).isNull();
    }
}
