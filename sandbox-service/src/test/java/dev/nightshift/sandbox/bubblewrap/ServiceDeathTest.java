package dev.nightshift.sandbox.bubblewrap;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServiceDeathTest {
    private static final String OWNER = "death" + ProcessHandle.current().pid();
    private static final int PROCESSES_OF_A_BUSY_SANDBOX = 5;

    @Test
    void nothingOutlivesAKilledService() throws IOException {
        Process service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldSandbox.class.getName(),
                        OWNER)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = service.inputReader()) {
            assertEquals("open", said.readLine());
        }
        await().atMost(Duration.ofSeconds(10))
                .until(() -> service.descendants().count() >= PROCESSES_OF_A_BUSY_SANDBOX);
        List<ProcessHandle> inside = service.descendants().toList();

        service.destroyForcibly();

        await().atMost(Duration.ofSeconds(10)).until(() -> inside.stream().noneMatch(ProcessHandle::isAlive));
        Driver.groups(OWNER).removeStale();
        assertEquals(List.of(), groups());
    }

    private static List<Path> groups() throws IOException {
        try (Stream<Path> all = Files.find(
                Path.of("/sys/fs/cgroup"),
                4,
                (path, facts) -> path.getFileName().toString().startsWith(OWNER))) {
            return all.toList();
        }
    }
}
