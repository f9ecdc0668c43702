package dev.nightshift.collab;

import dev.nightshift.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void keepsTheRulesOfAllServices() {
        ArchitectureRules.check("dev.nightshift.collab");
    }
}
