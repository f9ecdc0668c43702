package dev.nightshift.sandbox.bubblewrap;

import dev.nightshift.sandbox.bubblewrap.ControlGroups.Controller;
import dev.nightshift.sandbox.bubblewrap.ControlGroups.Setting;
import dev.nightshift.sandbox.isolation.Protection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Finds out which limits control groups can enforce here, by making a group and setting them. A machine may have version
 * 1 (one hierarchy for each controller), version 2 (one for all) or both.
 */
final class DetectControlGroups {
    private static final Logger LOG = Logger.getLogger(DetectControlGroups.class);
    private static final Map<Protection, String> CONTROLLERS =
            new EnumMap<>(Map.of(Protection.MEMORY, "memory", Protection.PROCESSES, "pids", Protection.CPU, "cpu"));
    private static final int CPU_PERIOD_MICROS = 100_000;

    /** Bubblewrap and the executor. */
    private static final int OWN_PROCESSES = 2;

    private final Limits limits;
    private final String parent;

    /** @param parent the relative path of the group that holds the sandboxes' groups */
    DetectControlGroups(Limits limits, String parent) {
        this.limits = limits;
        this.parent = parent;
    }

    /**
     * @param mounts lines in the form of {@code /proc/mounts}
     * @param own the path of this process in the version 2 hierarchy, {@code /} where there is none
     */
    ControlGroups detect(List<String> mounts, String own, String owner) {
        List<Controller> usable = new ArrayList<>();
        CONTROLLERS.forEach((enforces, name) -> version1(mounts, name)
                .map(folder -> new Controller(enforces, folder, version1Settings(enforces)))
                .or(() -> version2(mounts, own, name)
                        .map(folder -> new Controller(enforces, folder, version2Settings(enforces))))
                .filter(controller -> works(controller, owner))
                .ifPresent(usable::add));
        return new ControlGroups(usable, owner);
    }

    private static boolean works(Controller controller, String owner) {
        try {
            new ControlGroups(List.of(controller), owner)
                    .create(Set.of(controller.enforces()))
                    .remove();
            return true;
        } catch (IOException e) {
            LOG.debugf("control group unusable folder=%s reason=%s", controller.folder(), e);
            return false;
        }
    }

    private Optional<Path> version1(List<String> mounts, String name) {
        return mounts.stream()
                .map(line -> line.split(" ", -1))
                .filter(fields -> fields.length > 3 && fields[2].equals("cgroup"))
                .filter(fields -> List.of(fields[3].split(",", -1)).contains(name))
                .map(fields -> Path.of(fields[1]).resolve(parent))
                .findFirst();
    }

    /** The nearest group above this process, or the root, that lets children use the controller. */
    private Optional<Path> version2(List<String> mounts, String own, String name) {
        Optional<Path> root = mounts.stream()
                .map(line -> line.split(" ", -1))
                .filter(fields -> fields.length > 3 && fields[2].equals("cgroup2"))
                .map(fields -> Path.of(fields[1]))
                .findFirst();
        if (root.isEmpty()) {
            return Optional.empty();
        }
        Path top = root.get();
        Path here = top.resolve(own.substring(1)).normalize();
        while (!here.equals(top)) {
            here = Objects.requireNonNull(here.getParent());
            Path folder = here.resolve(parent);
            if (delegates(here, folder, name)) {
                return Optional.of(folder);
            }
        }
        Path folder = top.resolve(parent);
        return delegates(top, folder, name) ? Optional.of(folder) : Optional.empty();
    }

    private static boolean delegates(Path above, Path folder, String name) {
        try {
            if (!List.of(Files.readString(above.resolve("cgroup.subtree_control"))
                            .strip()
                            .split(" ", -1))
                    .contains(name)) {
                return false;
            }
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("cgroup.subtree_control"), "+" + name);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private List<Setting> version1Settings(Protection enforces) {
        return switch (enforces) {
            case MEMORY ->
                List.of(
                        new Setting("memory.limit_in_bytes", String.valueOf(limits.memory()), false),
                        new Setting("memory.memsw.limit_in_bytes", String.valueOf(limits.memory()), true));
            case PROCESSES ->
                List.of(new Setting("pids.max", String.valueOf(limits.processes() + OWN_PROCESSES), false));
            case CPU ->
                List.of(
                        new Setting("cpu.cfs_period_us", String.valueOf(CPU_PERIOD_MICROS), false),
                        new Setting("cpu.cfs_quota_us", quota(), false));
            default -> List.of();
        };
    }

    private List<Setting> version2Settings(Protection enforces) {
        return switch (enforces) {
            case MEMORY ->
                List.of(
                        new Setting("memory.max", String.valueOf(limits.memory()), false),
                        new Setting("memory.swap.max", "0", true));
            case PROCESSES ->
                List.of(new Setting("pids.max", String.valueOf(limits.processes() + OWN_PROCESSES), false));
            case CPU -> List.of(new Setting("cpu.max", quota() + " " + CPU_PERIOD_MICROS, false));
            default -> List.of();
        };
    }

    private String quota() {
        return String.valueOf(Math.max(1000, Math.round(limits.cpus() * CPU_PERIOD_MICROS)));
    }
}
