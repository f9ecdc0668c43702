package dev.nightshift.agentapi;

import dev.nightshift.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void keepsTheRules() {
        ArchitectureRules.check("dev.nightshift.agentapi");
    }
}
