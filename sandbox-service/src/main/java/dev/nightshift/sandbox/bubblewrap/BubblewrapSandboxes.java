package dev.nightshift.sandbox.bubblewrap;

import dev.nightshift.sandbox.isolation.Enforcement;
import dev.nightshift.sandbox.isolation.Protection;
import dev.nightshift.sandbox.isolation.Sandbox;
import dev.nightshift.sandbox.isolation.SandboxLostException;
import dev.nightshift.sandbox.isolation.SandboxUnavailableException;
import dev.nightshift.sandbox.isolation.Sandboxes;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sandboxes on this machine. Each is one bubblewrap with an executor as the first process inside. */
final class BubblewrapSandboxes implements Sandboxes {
    private final BubblewrapOptions options;
    private final ControlGroups groups;
    private final SpawnThread spawner = new SpawnThread();
    private final Watchdog watchdog = new Watchdog();
    private final Set<BubblewrapSandbox> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    BubblewrapSandboxes(BubblewrapOptions options, ControlGroups groups) {
        this.options = options;
        this.groups = groups;
    }

    @Override
    public Sandbox open() {
        ControlGroup group = group();
        BubblewrapSandbox sandbox = null;
        try {
            Process process = spawner.start(BubblewrapCommand.of(options, group.joins()));
            sandbox = new BubblewrapSandbox(process, group, options, watchdog, open::remove);
            open.add(sandbox);
            sandbox.awaitReady();
            if (closed) {
                sandbox.close();
                throw new SandboxUnavailableException("The service is stopping.");
            }
            return sandbox;
        } catch (SandboxLostException e) {
            String reason = sandbox == null ? e.getMessage() : sandbox.complaint();
            throw new SandboxUnavailableException("A sandbox does not start: " + reason);
        } finally {
            if (sandbox == null) {
                group.remove();
            } else if (!sandbox.isAlive()) {
                sandbox.close();
            }
        }
    }

    private ControlGroup group() {
        try {
            return groups.create(options.protections());
        } catch (IOException e) {
            throw new SandboxUnavailableException("A control group for a sandbox cannot be made: " + e.getMessage());
        }
    }

    /** By control groups where they are, else by what the kernel counts for each user namespace, found by trying. */
    @Override
    public Enforcement enforcement() {
        EnumSet<Protection> missing = EnumSet.complementOf(EnumSet.copyOf(options.protections()));
        Set<Protection> grouped = groups.enforced();
        for (Protection limit : EnumSet.of(Protection.MEMORY, Protection.CPU)) {
            if (!grouped.contains(limit)) {
                missing.add(limit);
            }
        }
        try (Sandbox sandbox = open()) {
            if (!grouped.contains(Protection.PROCESSES)
                    && !Probe.processesAreLimited(sandbox, options.limits().processes())) {
                missing.add(Protection.PROCESSES);
            }
        }
        return Enforcement.without(missing);
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(BubblewrapSandbox::close);
        watchdog.close();
        spawner.close();
    }
}
