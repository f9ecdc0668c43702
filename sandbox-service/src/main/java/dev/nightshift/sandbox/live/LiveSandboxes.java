package dev.nightshift.sandbox.live;

import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.sandbox.isolation.Action;
import dev.nightshift.sandbox.isolation.Outcome;
import dev.nightshift.sandbox.isolation.Sandboxes;
import dev.nightshift.sandbox.settings.SandboxSettings;
import dev.nightshift.sandbox.workspace.WorkspaceSnapshots;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which run has which sandbox on this node, and at most as many as the settings allow. */
@ApplicationScoped
public class LiveSandboxes {
    private final Sandboxes sandboxes;
    private final WorkspaceSnapshots snapshots;
    private final SandboxSettings settings;
    private final Map<RunId, RunSandbox> byRun = new ConcurrentHashMap<>();

    LiveSandboxes(Sandboxes sandboxes, WorkspaceSnapshots snapshots, SandboxSettings settings, MeterRegistry meters) {
        this.sandboxes = sandboxes;
        this.snapshots = snapshots;
        this.settings = settings;
        meters.gaugeMapSize("nightshift.sandboxes.live", List.of(), byRun);
    }

    /** Whether the run has a place here or could get one. */
    public boolean hasRoomFor(RunId run) {
        return byRun.containsKey(run) || byRun.size() < settings.maxLive();
    }

    /** Does one thing in the run's sandbox; blocks. Throws {@link SandboxesFullException}. */
    public Outcome execute(RunId run, SessionId session, Action action, Duration timeout) {
        return place(run, session).execute(action, timeout);
    }

    /** Writes the platform's own files into the run's sandbox; blocks, and answers what could not be written. */
    public List<Outcome> write(RunId run, SessionId session, List<Action.WriteFile> files) {
        return place(run, session).write(files);
    }

    private synchronized RunSandbox place(RunId run, SessionId session) {
        if (!hasRoomFor(run)) {
            throw new SandboxesFullException(settings.maxLive());
        }
        return byRun.computeIfAbsent(run, id -> new RunSandbox(id, session, sandboxes, snapshots));
    }

    /** Kills everything of a run and gives its place free; a run without a sandbox is fine. Blocks. */
    public void release(RunId run) {
        RunSandbox live = byRun.remove(run);
        if (live != null) {
            live.release();
        }
    }

    /** The runs that have a place here. */
    public Set<RunId> runs() {
        return Set.copyOf(byRun.keySet());
    }

    /** Releases what was not used for the idle time; blocks. */
    public int releaseIdle(Instant now) {
        List<RunId> idle = byRun.entrySet().stream()
                .filter(entry -> entry.getValue().idleSince(now.minus(settings.idle())))
                .map(Map.Entry::getKey)
                .toList();
        idle.forEach(this::release);
        return idle.size();
    }
}
