package dev.nightshift.local.process;

import java.time.Duration;

/** How long to wait before a restart: not at all, unless the process keeps ending soon after its start. */
final class RestartPause {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Duration next = Duration.ZERO;

    /** The pause after a process that lived so long. */
    Duration after(Duration lived) {
        if (lived.compareTo(SOON) >= 0) {
            next = Duration.ZERO;
        }
        Duration pause = next;
        Duration doubled = pause.isZero() ? FIRST : pause.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return pause;
    }
}
