package dev.nightshift.sandbox.bubblewrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nightshift.sandbox.isolation.Protection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On folders that look like the kernel's; what the kernel does with them, {@link AttacksTest} shows. */
class DetectControlGroupsTest {
    private static final Limits LIMITS = new Limits(128L << 20, 16 << 20, 4 << 20, 64, 0.5);
    private static final Set<Protection> ALL = EnumSet.of(Protection.MEMORY, Protection.PROCESSES, Protection.CPU);

    @TempDir
    private Path root;

    private ControlGroups detect(List<String> mounts, String own) {
        return new DetectControlGroups(LIMITS, "nightshift").detect(mounts, own, "owner");
    }

    private static String read(Path folder, String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    @Test
    void nothingIsEnforcedWithoutControlGroups() {
        assertEquals(Set.of(), detect(List.of("proc /proc proc rw 0 0"), "/").enforced());
    }

    @Test
    void versionOneHasAHierarchyForEachController() throws IOException {
        List<String> mounts = List.of(
                "cgroup " + root + "/memory cgroup rw,memory 0 0",
                "cgroup " + root + "/pids cgroup rw,pids 0 0",
                "cgroup " + root + "/cpu cgroup rw,cpu,cpuacct 0 0");
        ControlGroups groups = detect(mounts, "/");

        assertEquals(ALL, groups.enforced());
        for (Path folder : groups.create(ALL).folders()) {
            String controller = folder.getParent().getParent().getFileName().toString();
            switch (controller) {
                case "memory" -> assertEquals("134217728", read(folder, "memory.limit_in_bytes"));
                case "pids" -> assertEquals("66", read(folder, "pids.max"));
                default -> assertEquals("50000", read(folder, "cpu.cfs_quota_us"));
            }
        }
    }

    @Test
    void versionTwoUsesTheNearestGroupThatDelegates() throws IOException {
        Path delegating = Files.createDirectories(root.resolve("user.slice/app.slice"));
        Files.createDirectories(delegating.resolve("own.scope"));
        Files.writeString(delegating.resolve("cgroup.subtree_control"), "memory pids\n");
        ControlGroups groups =
                detect(List.of("cgroup2 " + root + " cgroup2 rw 0 0"), "/user.slice/app.slice/own.scope");

        assertEquals(EnumSet.of(Protection.MEMORY, Protection.PROCESSES), groups.enforced());
        ControlGroup group = groups.create(ALL);
        assertEquals(1, group.folders().size());
        Path folder = group.folders().getFirst();
        assertEquals(delegating.resolve("nightshift"), folder.getParent());
        assertEquals("134217728", read(folder, "memory.max"));
        assertEquals("66", read(folder, "pids.max"));
    }
}
