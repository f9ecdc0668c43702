package dev.nightshift.sandbox.bubblewrap;

import dev.nightshift.sandbox.isolation.Protection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The control groups of all sandboxes of this service: one folder for each controller, a child for each sandbox. */
final class ControlGroups {
    private static final Logger LOG = Logger.getLogger(ControlGroups.class);

    /** One controller: what it enforces, the folder that holds the groups, and the files that set the limits. */
    record Controller(Protection enforces, Path folder, List<Setting> settings) {}

    /** A file of a group and its content; an optional one may be absent on this kernel. */
    record Setting(String file, String value, boolean optional) {}

    private final List<Controller> controllers;
    private final String prefix;
    private final AtomicLong next = new AtomicLong();

    /** @param owner a name that no other service on this machine uses; groups named after it are this service's own */
    ControlGroups(List<Controller> controllers, String owner) {
        this.controllers = List.copyOf(controllers);
        this.prefix = owner + "-";
    }

    static ControlGroups none() {
        return new ControlGroups(List.of(), "none");
    }

    Set<Protection> enforced() {
        EnumSet<Protection> enforced = EnumSet.noneOf(Protection.class);
        controllers.forEach(controller -> enforced.add(controller.enforces()));
        return enforced;
    }

    /** A new group in every controller, except those that {@code wanted} does not name. */
    ControlGroup create(Set<Protection> wanted) throws IOException {
        String name = prefix + ProcessHandle.current().pid() + "-" + next.incrementAndGet();
        Map<Path, Path> groups = new LinkedHashMap<>();
        for (Controller controller : controllers) {
            if (wanted.contains(controller.enforces())) {
                Path group = controller.folder().resolve(name);
                Files.createDirectories(group);
                groups.put(controller.folder(), group);
                for (Setting setting : controller.settings()) {
                    apply(group, setting);
                }
            }
        }
        return new ControlGroup(List.copyOf(groups.values()));
    }

    private static void apply(Path group, Setting setting) throws IOException {
        try {
            Files.writeString(group.resolve(setting.file()), setting.value());
        } catch (IOException e) {
            if (!setting.optional()) {
                throw e;
            }
        }
    }

    /** Removes the groups that an earlier process of this service left, and whatever still runs in them. */
    void removeStale() {
        for (Path folder :
                controllers.stream().map(Controller::folder).distinct().toList()) {
            List<Path> stale = new ArrayList<>();
            try (Stream<Path> children = Files.list(folder)) {
                children.filter(child -> child.getFileName().toString().startsWith(prefix))
                        .forEach(stale::add);
            } catch (IOException e) {
                LOG.warnf("stale control groups cannot be listed folder=%s reason=%s", folder, e);
            }
            stale.forEach(group -> new ControlGroup(List.of(group)).remove());
        }
    }
}
