package dev.nightshift.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RestartPauseTest {
    @Test
    void growsWhileProcessesEndSoonAfterTheirStart() {
        RestartPause pause = new RestartPause();

        List<Long> pauses = Stream.generate(
                        () -> pause.after(Duration.ofSeconds(1)).toMillis())
                .limit(8)
                .toList();

        assertEquals(List.of(0L, 200L, 400L, 800L, 1_600L, 3_200L, 5_000L, 5_000L), pauses);
    }

    @Test
    void isNoneAfterAProcessThatLivedLong() {
        RestartPause pause = new RestartPause();
        pause.after(Duration.ofSeconds(1));
        pause.after(Duration.ofSeconds(1));

        assertEquals(Duration.ZERO, pause.after(Duration.ofMinutes(1)));
    }
}
