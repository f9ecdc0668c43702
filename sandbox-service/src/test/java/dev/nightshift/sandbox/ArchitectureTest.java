package dev.nightshift.sandbox;

import dev.nightshift.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void theServiceIsBuiltAsAllAre() {
        ArchitectureRules.check("dev.nightshift.sandbox");
    }
}
