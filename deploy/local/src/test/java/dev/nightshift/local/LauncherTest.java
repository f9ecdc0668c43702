package dev.nightshift.local;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.nightshift.local.process.Ports;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(30);

    @TempDir
    Path root;

    private FakeClone clone;
    private Process launcher;

    @BeforeEach
    void prepare() throws Exception {
        clone = FakeClone.in(root);
    }

    @AfterEach
    void stop() throws Exception {
        if (launcher != null) {
            launcher.destroy();
            launcher.waitFor();
        }
    }

    @Test
    void whatIsKilledComesBackAndNothingSurvivesTheLauncher() throws Exception {
        up();
        JsonNode before = status();
        assertTrue(before.path("ready").asBoolean(), before.toString());

        long kafka = before.at("/kafka/pid").asLong();
        long runner = before.at("/services/2/pid").asLong();
        List.of(kafka, runner)
                .forEach(pid -> ProcessHandle.of(pid).orElseThrow().destroyForcibly());
        await().atMost(START)
                .until(() -> output().contains("kafka works again") && output().contains("runner-service works again"));
        JsonNode after = status();
        assertTrue(after.path("ready").asBoolean(), after.toString());
        assertFalse(after.at("/kafka/pid").asLong() == kafka);

        List<ProcessHandle> children = processes(after);
        launcher.destroyForcibly().waitFor();
        await().atMost(STOP).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        assertNothingListens();
        assertFalse(status().path("ready").asBoolean());
    }

    @Test
    void aToldLauncherStopsAllAndASecondOneSaysSoInOneLine() throws Exception {
        up();
        Path second = root.resolve("second.log");
        assertEquals(1, clone.java("dev.nightshift.local.Launcher", second).waitFor());
        assertEquals(1, Files.readString(second).lines().count());
        assertTrue(Files.readString(second).contains("already running"), Files.readString(second));
        List<ProcessHandle> children = processes(status());

        launcher.destroy();
        launcher.waitFor();

        assertTrue(children.stream().noneMatch(ProcessHandle::isAlive));
        assertNothingListens();
    }

    @Test
    void aBusyPortIsOneLineThatNamesTheSettingAndLeavesNothing() throws Exception {
        try (ServerSocket busy =
                new ServerSocket(clone.port("NIGHTSHIFT_KAFKA_PORT"), 1, InetAddress.getByName(Ports.LOOPBACK))) {
            launcher = clone.up();

            assertEquals(1, launcher.waitFor());

            assertEquals(1, output().lines().count(), output());
            assertTrue(output().contains("NIGHTSHIFT_KAFKA_PORT"), output());
            assertTrue(output().contains(String.valueOf(busy.getLocalPort())), output());
            assertEquals(0, launcher.descendants().count());
        }
    }

    private void up() throws Exception {
        launcher = clone.up();
        await().atMost(START).until(() -> {
            assertTrue(launcher.isAlive(), this::output);
            return output().contains("Nightshift is ready");
        });
    }

    private String output() {
        try {
            return Files.exists(clone.log()) ? Files.readString(clone.log()) : "";
        } catch (java.io.IOException e) {
            return "";
        }
    }

    private JsonNode status() throws Exception {
        return new JsonMapper().readTree(clone.status());
    }

    private static List<ProcessHandle> processes(JsonNode status) {
        List<Long> pids = new ArrayList<>();
        status.path("services").forEach(service -> pids.add(service.path("pid").asLong()));
        pids.add(status.at("/kafka/pid").asLong());
        pids.add(status.at("/postgres/pid").asLong());
        return pids.stream().map(ProcessHandle::of).flatMap(Optional::stream).toList();
    }

    private void assertNothingListens() {
        List.of("NIGHTSHIFT_PORT", "NIGHTSHIFT_KAFKA_PORT", "NIGHTSHIFT_POSTGRES_PORT", "NIGHTSHIFT_SMTP_PORT")
                .forEach(setting -> assertTrue(Ports.isFree(Ports.LOOPBACK, clone.port(setting)), setting));
    }
}
