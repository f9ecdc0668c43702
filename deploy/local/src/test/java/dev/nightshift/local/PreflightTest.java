package dev.nightshift.local;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreflightTest {
    @Test
    void availableMemoryIsWhatTheKernelSays() {
        assertEquals(
                Optional.of(2_048L),
                Preflight.megabytes("MemTotal:  8000000 kB\nMemFree: 100 kB\nMemAvailable:    2097152 kB\n"));
        assertEquals(Optional.empty(), Preflight.megabytes("MemTotal: 1 kB"));
    }

    @Test
    void tooLittleMemoryIsOneLineWithBothNumbers() {
        CannotStart cannot = assertThrows(CannotStart.class, () -> Preflight.checkMemory(Optional.of(900L)));

        assertTrue(cannot.getMessage().contains("900 MB"), cannot.getMessage());
        assertTrue(cannot.getMessage().contains(Preflight.NEEDED_MEGABYTES + " MB"), cannot.getMessage());
        assertDoesNotThrow(() -> Preflight.checkMemory(Optional.of(Preflight.NEEDED_MEGABYTES)));
        assertDoesNotThrow(() -> Preflight.checkMemory(Optional.empty()));
    }
}
