package dev.nightshift.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.nightshift.contracts.Decision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rules that every service keeps; a broken one fails with its name and the places. */
public final class ArchitectureRules {
    private static final int LONGEST_FILE_LINES = 300;
    private static final String[] FRAMEWORKS = {
        "io.quarkus..", "io.vertx..", "io.smallrye..", "jakarta..", "java.sql..", "javax.sql.."
    };

    private ArchitectureRules() {}

    /** Checks the module whose classes lie under the package, in whose folder the test runs. */
    public static void check(String rootPackage) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(new ImportOption.DoNotIncludeJars())
                .importPackages(rootPackage);
        check(rootPackage, classes);
        checkFileLengths(Path.of("src"));
    }

    static void check(String rootPackage, JavaClasses classes) {
        if (classes.isEmpty()) {
            throw new AssertionError("no classes under " + rootPackage);
        }
        slices().matching(rootPackage + ".(*)..")
                .should()
                .beFreeOfCycles()
                .as("features form no circle")
                .allowEmptyShould(true)
                .check(classes);
        noClasses()
                .that(decide())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRAMEWORKS)
                .as("decisions and records know no framework")
                .allowEmptyShould(true)
                .check(classes);
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl)")
                .as("names say what a class is or does")
                .check(classes);
        classes().should(liveInNullMarkedPackages()).check(classes);
    }

    private static DescribedPredicate<JavaClass> decide() {
        return DescribedPredicate.describe(
                "decide", type -> type.isAnnotatedWith(Decision.class) || (isValue(type) && !isBoundToFramework(type)));
    }

    private static boolean isValue(JavaClass type) {
        return type.isRecord() || type.isEnum();
    }

    /** A record that is a parameter object of a resource, or a setting. */
    private static boolean isBoundToFramework(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getPackageName())
                .anyMatch(name -> name.startsWith("jakarta.ws.rs") || name.startsWith("io.smallrye.config"));
    }

    private static ArchCondition<JavaClass> liveInNullMarkedPackages() {
        return new ArchCondition<>("live in packages that say what they are for and are @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getPackageName() + " has no package-info with @NullMarked"));
                }
            }
        };
    }

    private static void checkFileLengths(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> tooLong = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> lines(file) > LONGEST_FILE_LINES)
                    .toList();
            if (!tooLong.isEmpty()) {
                throw new AssertionError("over " + LONGEST_FILE_LINES + " lines: " + tooLong);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
