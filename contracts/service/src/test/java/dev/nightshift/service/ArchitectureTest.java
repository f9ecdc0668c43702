package dev.nightshift.service;

import dev.nightshift.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void isLaidOutAsAllAre() {
        ArchitectureRules.check("dev.nightshift.service");
    }
}
