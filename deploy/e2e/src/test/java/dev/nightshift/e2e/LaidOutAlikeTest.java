package dev.nightshift.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What you learned in one service holds in the next, and no file is too long to read. */
class LaidOutAlikeTest {
    private static final int LONGEST = 300;
    private static final Set<String> TOP = Set.of(
            "pom.xml",
            "agent-api",
            "scheduler-service",
            "runner-service",
            "sandbox-service",
            "collab-service",
            "search-service",
            "contracts",
            "deploy",
            "docs",
            "README.md",
            "nightshift");

    @Test
    void theTopLevelHoldsNothingElse() throws Exception {
        Set<String> names = tracked().stream()
                .map(path -> path.split("/")[0])
                .filter(name -> !name.startsWith("."))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(names).isEqualTo(new TreeSet<>(TOP));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agent-api:agentapi",
                "scheduler-service:scheduler",
                "runner-service:runner",
                "sandbox-service:sandbox",
                "collab-service:collab",
                "search-service:search"
            })
    void aServiceHasItsPartsWhereTheyBelong(String service) {
        Path module = LocalStack.ROOT.resolve(service.split(":")[0]);
        String root = "dev/nightshift/" + service.split(":")[1];

        assertThat(module.resolve("pom.xml")).exists();
        assertThat(module.resolve("src/main/java/" + root)).isDirectory();
        assertThat(module.resolve("src/main/resources/application.properties")).exists();
        assertThat(module.resolve("src/main/resources/db/migration")).isNotEmptyDirectory();
        assertThat(module.resolve("src/test/java/" + root + "/ArchitectureTest.java"))
                .exists();
    }

    @Test
    void noSourceFileIsLongerThan300Lines() throws Exception {
        List<String> tooLong = tracked().stream()
                .filter(path -> path.matches(".*\\.(java|ts|tsx|sh|py|sql|css)|nightshift"))
                .filter(path -> !path.contains("/generated/"))
                .filter(path -> lines(path) > LONGEST)
                .toList();

        assertThat(tooLong).isEmpty();
    }

    private static List<String> tracked() throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "ls-files")
                .directory(LocalStack.ROOT.toFile())
                .start();
        String printed = new String(git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(git.waitFor()).isZero();
        return printed.lines().toList();
    }

    private static long lines(String path) {
        try (Stream<String> lines = Files.lines(LocalStack.ROOT.resolve(path))) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
