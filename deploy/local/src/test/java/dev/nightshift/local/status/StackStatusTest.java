package dev.nightshift.local.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.nightshift.local.settings.Settings;
import dev.nightshift.local.status.StackFile.Entry;
import dev.nightshift.local.status.StackStatus.Backing;
import dev.nightshift.local.status.StackStatus.ServiceStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackStatusTest {
    private static final Backing UP = new Backing("127.0.0.1:1", 7L, true);

    @TempDir
    Path root;

    @Test
    void theJsonIsThatOfTheContract() throws Exception {
        StackStatus status = StackStatus.of(
                "http://127.0.0.1:8080",
                UP,
                UP,
                new Backing("127.0.0.1:2", null, false),
                List.of(new ServiceStatus("agent-api", 8L, 8080, true)));

        assertEquals(
                "{\"ready\":false,\"url\":\"http://127.0.0.1:8080\","
                        + "\"kafka\":{\"address\":\"127.0.0.1:1\",\"pid\":7,\"ready\":true},"
                        + "\"postgres\":{\"address\":\"127.0.0.1:1\",\"pid\":7,\"ready\":true},"
                        + "\"smtp\":{\"address\":\"127.0.0.1:2\",\"pid\":null,\"ready\":false},"
                        + "\"services\":[{\"name\":\"agent-api\",\"pid\":8,\"port\":8080,\"ready\":true}]}",
                new JsonMapper().writeValueAsString(status));
    }

    @Test
    void readyMeansEveryPart() {
        ServiceStatus up = new ServiceStatus("a", 1L, 1, true);
        ServiceStatus down = new ServiceStatus("b", 2L, 2, false);

        assertTrue(StackStatus.of("u", UP, UP, UP, List.of(up)).ready());
        assertFalse(StackStatus.of("u", UP, UP, UP, List.of(up, down)).ready());
    }

    @Test
    void aStackThatNeverRanHasSixServicesWithoutProcesses() throws Exception {
        Files.createDirectories(root.resolve("docs"));

        StackStatus status = new LiveStatus(Settings.read(root, Map.of())).ask();

        assertFalse(status.ready());
        assertEquals(
                List.of(
                        "agent-api",
                        "scheduler-service",
                        "runner-service",
                        "sandbox-service",
                        "collab-service",
                        "search-service"),
                status.services().stream().map(ServiceStatus::name).toList());
        assertTrue(status.services().stream().allMatch(service -> service.pid() == null));
        assertTrue(Status.text(status).contains("./nightshift up"));
    }

    @Test
    void aProcessIsKnownByItsStartAndNotByItsNumberAlone() {
        Entry self = Entry.of("self", 0, ProcessHandle.current().pid());

        assertTrue(self.process().isPresent());
        assertTrue(new Entry("other", 0, self.pid(), 1L).process().isEmpty());
    }

    @Test
    void whatRunsIsReadBackAsItWasWritten() throws Exception {
        Entry entry = Entry.of("one", 1, ProcessHandle.current().pid());
        StackFile stack = new StackFile("u", entry, entry, entry, entry, List.of(entry));

        stack.write(root);

        assertEquals(stack, StackFile.read(root).orElseThrow());
    }

    @Test
    void aZombieIsTold() {
        assertTrue(Zombies.isZombie("12 (a) b) Z 1 12"));
        assertFalse(Zombies.isZombie("12 (a) Z) S 1 12"));
    }
}
