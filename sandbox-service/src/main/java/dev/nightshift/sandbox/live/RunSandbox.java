package dev.nightshift.sandbox.live;

import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.contracts.StepStatus;
import dev.nightshift.sandbox.isolation.Action;
import dev.nightshift.sandbox.isolation.Outcome;
import dev.nightshift.sandbox.isolation.Sandbox;
import dev.nightshift.sandbox.isolation.Sandbox.Saved;
import dev.nightshift.sandbox.isolation.SandboxLostException;
import dev.nightshift.sandbox.isolation.SandboxUnavailableException;
import dev.nightshift.sandbox.isolation.Sandboxes;
import dev.nightshift.sandbox.workspace.WorkspaceSnapshots;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox of one run. Actions are done one at a time, in the order they came. A sandbox that died is replaced by
 * one with the last saved workspace when the run comes back; after {@link #release} there is none any more.
 */
final class RunSandbox {
    private static final Logger LOG = Logger.getLogger(RunSandbox.class);
    private static final Duration FILE_TIME = Duration.ofSeconds(30);
    private static final String INTERRUPTED = "The sandbox died while this ran, so nobody knows how far it came. It is"
            + " not run again; files are as they were after the step before.";

    private final RunId run;
    private final SessionId session;
    private final Sandboxes sandboxes;
    private final WorkspaceSnapshots snapshots;
    private final ReentrantLock turn = new ReentrantLock(true);

    private volatile @Nullable Sandbox sandbox;
    private volatile boolean released;
    private volatile Instant lastUsed = Instant.now();
    private Optional<String> savedVersion = Optional.empty();

    RunSandbox(RunId run, SessionId session, Sandboxes sandboxes, WorkspaceSnapshots snapshots) {
        this.run = run;
        this.session = session;
        this.sandboxes = sandboxes;
        this.snapshots = snapshots;
    }

    /** Blocks until it is done and the workspace is safe. A sandbox that dies meanwhile makes it interrupted. */
    Outcome execute(Action action, Duration timeout) {
        turn.lock();
        try {
            return executeInTurn(action, timeout);
        } finally {
            lastUsed = Instant.now();
            turn.unlock();
        }
    }

    /** Writes the platform's own files, and answers what could not be written. */
    List<Outcome> write(List<Action.WriteFile> files) {
        turn.lock();
        try {
            Sandbox here = ready();
            List<Outcome> failed = new ArrayList<>();
            for (Action.WriteFile file : files) {
                Outcome outcome = here.execute(file, FILE_TIME);
                if (outcome.status() != StepStatus.COMPLETED) {
                    failed.add(outcome);
                }
            }
            save(here).ifPresent(note -> failed.add(Outcome.failed(note)));
            return failed;
        } catch (SandboxLostException e) {
            discard();
            throw new SandboxUnavailableException("The run's sandbox died while files were written.");
        } finally {
            lastUsed = Instant.now();
            turn.unlock();
        }
    }

    private Outcome executeInTurn(Action action, Duration timeout) {
        Sandbox here;
        try {
            here = ready();
        } catch (SandboxLostException e) {
            return lost(e, "The run's sandbox was released before this ran.", true);
        }
        Outcome outcome;
        try {
            outcome = here.execute(action, timeout);
        } catch (SandboxLostException e) {
            return lost(e, INTERRUPTED, false);
        }
        return outcome.status() == StepStatus.REFUSED
                ? outcome
                : save(here).map(outcome::noting).orElse(outcome);
    }

    /** What had not begun may be asked for again; what had begun may not. */
    private Outcome lost(SandboxLostException reason, String sentence, boolean unused) {
        LOG.infof("sandbox lost runId=%s released=%s reason=%s", run, released, reason.getMessage());
        discard();
        if (unused && !released) {
            throw new SandboxUnavailableException("The run's sandbox died before it was used.");
        }
        return Outcome.interrupted(
                released ? "The run's sandbox was released, and what ran in it was stopped." : sentence);
    }

    private Sandbox ready() {
        Sandbox here = sandbox;
        if (here != null && here.isAlive()) {
            return here;
        }
        discard();
        Sandbox fresh = sandboxes.open();
        sandbox = fresh;
        if (released) {
            fresh.close();
            throw new SandboxLostException("released");
        }
        restore(fresh);
        return fresh;
    }

    private void restore(Sandbox fresh) {
        savedVersion = Optional.empty();
        try {
            Optional<InputStream> archive = snapshots.read(session);
            if (archive.isPresent()) {
                try (InputStream content = archive.get()) {
                    savedVersion = fresh.restore(content);
                }
            }
        } catch (IOException e) {
            fresh.close();
            throw new WorkspaceLostException("The session's workspace cannot be restored: " + e.getMessage(), e);
        }
    }

    /** Keeps the workspace; answers a note for the run when that was not possible. */
    private Optional<String> save(Sandbox here) {
        try (WorkspaceSnapshots.Draft draft = snapshots.write(session)) {
            return switch (here.save(savedVersion, draft.content())) {
                case Saved.Unchanged unchanged -> Optional.empty();
                case Saved.Written written -> {
                    draft.commit();
                    savedVersion = written.version();
                    yield Optional.empty();
                }
                case Saved.TooLarge large ->
                    Optional.of("the workspace is too large to be kept for the time after this run: more than "
                            + (large.limitBytes() >> 20) + " MiB");
                case Saved.TooDeep deep ->
                    Optional.of("the workspace is not kept for the time after this run: a path in it is too long");
            };
        } catch (SandboxLostException e) {
            LOG.warnf("sandbox lost before its workspace was saved runId=%s released=%s", run, released);
            discard();
            return Optional.of("the sandbox died before the files were saved; they are as after the step before");
        } catch (IOException e) {
            LOG.errorf(e, "workspace not saved runId=%s sessionId=%s", run, session);
            return Optional.of("the workspace could not be saved: " + e.getMessage());
        }
    }

    private void discard() {
        Sandbox here = sandbox;
        sandbox = null;
        if (here != null) {
            here.close();
        }
    }

    boolean idleSince(Instant instant) {
        return !turn.isLocked() && lastUsed.isBefore(instant);
    }

    /** Kills everything of the run. An action that is going on becomes interrupted. */
    void release() {
        released = true;
        Sandbox here = sandbox;
        if (here != null) {
            here.close();
        }
    }
}
