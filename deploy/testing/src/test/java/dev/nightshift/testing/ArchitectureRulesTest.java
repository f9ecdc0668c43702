package dev.nightshift.testing;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureRulesTest {
    @ParameterizedTest
    @CsvSource({
        "dev.nightshift.testing.bad.circle, features form no circle",
        "dev.nightshift.testing.bad.framework, know no framework",
        "dev.nightshift.testing.bad.naming, names say",
        "dev.nightshift.testing.bad.unmarked, has no package-info"
    })
    void aBrokenRuleIsNamed(String rootPackage, String said) {
        JavaClasses classes = new ClassFileImporter().importPackages(rootPackage);

        AssertionError error = assertThrows(AssertionError.class, () -> ArchitectureRules.check(rootPackage, classes));

        assertTrue(error.getMessage().contains(said), error.getMessage());
    }

    @Test
    void thisModuleKeepsThem() {
        ArchitectureRules.check("dev.nightshift.testing");
    }
}
