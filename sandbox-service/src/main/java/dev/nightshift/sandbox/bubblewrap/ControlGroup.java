package dev.nightshift.sandbox.bubblewrap;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/** The control groups of one sandbox, one folder for each hierarchy. */
record ControlGroup(List<Path> folders) {
    private static final Logger LOG = Logger.getLogger(ControlGroup.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(5);

    ControlGroup {
        folders = List.copyOf(folders);
    }

    /** The files to write a process number to. */
    List<Path> joins() {
        return folders.stream().map(ControlGroup::processes).toList();
    }

    /** How often the kernel killed something in here for lack of memory; 0 where it does not say. */
    long memoryKills() {
        for (Path folder : folders) {
            for (String file : List.of("memory.events", "memory.oom_control")) {
                try {
                    for (String line : Files.readAllLines(folder.resolve(file))) {
                        if (line.startsWith("oom_kill ")) {
                            return Long.parseLong(
                                    line.substring("oom_kill ".length()).strip());
                        }
                    }
                } catch (IOException e) {
                    // This hierarchy does not count memory.
                }
            }
        }
        return 0;
    }

    /** Kills what is inside and removes the groups; the kernel lets go of a group a moment after its last process. */
    void remove() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (Path folder : folders) {
            while (Files.exists(folder) && !removed(folder)) {
                if (System.nanoTime() > deadline) {
                    LOG.warnf("control group stays folder=%s", folder);
                    break;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static boolean removed(Path folder) {
        try {
            if (Files.exists(processes(folder))) {
                for (String line : Files.readAllLines(processes(folder))) {
                    ProcessHandle.of(Long.parseLong(line.strip())).ifPresent(ProcessHandle::destroyForcibly);
                }
            }
            Files.delete(folder);
            return true;
        } catch (DirectoryNotEmptyException e) {
            LOG.warnf("not a control group folder=%s", folder);
            return true;
        } catch (IOException e) {
            return !Files.exists(folder);
        }
    }

    private static Path processes(Path folder) {
        return folder.resolve("cgroup.procs");
    }
}
