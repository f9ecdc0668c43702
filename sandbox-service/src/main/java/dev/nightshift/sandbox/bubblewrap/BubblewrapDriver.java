package dev.nightshift.sandbox.bubblewrap;

import dev.nightshift.sandbox.isolation.Protection;
import dev.nightshift.sandbox.isolation.Sandboxes;
import dev.nightshift.sandbox.node.NodeIdentity;
import dev.nightshift.sandbox.settings.SandboxSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;

/** Makes bubblewrap the driver of this service, as its settings say. */
@ApplicationScoped
class BubblewrapDriver {

    @Produces
    @ApplicationScoped
    Sandboxes sandboxes(SandboxSettings settings, NodeIdentity node) {
        Limits limits = new Limits(
                settings.memory().asLongValue(),
                settings.workspaceSize().asLongValue(),
                settings.tmpSize().asLongValue(),
                settings.processes(),
                settings.cpus());
        ControlGroups groups = controlGroups(limits, settings.cgroup(), node.shortName());
        groups.removeStale();
        BubblewrapOptions options = new BubblewrapOptions(
                settings.bwrap(),
                limits,
                isRoot() ? settings.hostUser() : 0,
                settings.readable().orElse(List.of()).stream().map(Path::of).toList(),
                SupportFiles.unpack(node.folder().resolve("support")),
                EnumSet.allOf(Protection.class));
        return new WarmSandboxes(new BubblewrapSandboxes(options, groups), settings.warm());
    }

    void close(@Disposes Sandboxes sandboxes) {
        sandboxes.close();
    }

    static ControlGroups controlGroups(Limits limits, String parent, String owner) {
        try {
            String own = Files.readAllLines(Path.of("/proc/self/cgroup")).stream()
                    .filter(line -> line.startsWith("0::/"))
                    .map(line -> line.substring("0::".length()))
                    .findFirst()
                    .orElse("/");
            return new DetectControlGroups(limits, parent)
                    .detect(Files.readAllLines(Path.of("/proc/mounts")), own, owner);
        } catch (IOException e) {
            return ControlGroups.none();
        }
    }

    static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            throw new UncheckedIOException("/proc is not mounted; sandboxes need it", e);
        }
    }
}
