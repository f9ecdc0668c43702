package dev.nightshift.agentapi.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightshift.agentapi.notification.QuietHour.Verdict;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuietHourTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void theFirstFailureAfterASuccessIsToldAtOnce() {
        assertThat(QuietHour.failed(null, NOON)).isEqualTo(new Verdict.Now());
    }

    @Test
    void withinTheHourTheNextIsToldWhenItIsOver() {
        assertThat(QuietHour.failed(NOON, NOON.plusSeconds(60))).isEqualTo(new Verdict.Later(NOON.plusSeconds(3600)));
    }

    @Test
    void whatFailsMeanwhileIsCounted() {
        Instant at = NOON.plusSeconds(3600);

        assertThat(QuietHour.failed(at, NOON.plusSeconds(120))).isEqualTo(new Verdict.Counted(at));
    }

    @Test
    void afterAQuietHourItIsToldAtOnceAgain() {
        assertThat(QuietHour.failed(NOON, NOON.plusSeconds(3600))).isEqualTo(new Verdict.Now());
        assertThat(QuietHour.failed(NOON, NOON.plusSeconds(3599))).isEqualTo(new Verdict.Later(NOON.plusSeconds(3600)));
    }
}
