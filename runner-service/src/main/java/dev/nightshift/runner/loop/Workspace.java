package dev.nightshift.runner.loop;

import dev.nightshift.runner.access.AccessLost;
import dev.nightshift.runner.access.RunAccess;
import dev.nightshift.runner.http.ServiceRefused;
import dev.nightshift.runner.tool.RunContext;
import dev.nightshift.runner.tool.SandboxClient;
import dev.nightshift.runner.tool.WorkspaceFile;
import dev.nightshift.runner.waiting.Deadline;
import dev.nightshift.runner.waiting.OutOfTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** The files that the platform keeps in a run's workspace. Only a run that uses its sandbox gets them. */
final class Workspace {
    private static final Logger LOG = Logger.getLogger(Workspace.class);

    private final RunContext context;
    private final SandboxClient sandbox;
    private final Set<String> brought = new HashSet<>();
    private boolean used;

    Workspace(RunContext context, SandboxClient sandbox) {
        this.context = context;
        this.sandbox = sandbox;
    }

    RunContext context() {
        return context;
    }

    RunAccess access() {
        return context.access();
    }

    Deadline deadline() {
        return context.deadline();
    }

    /** Before a tool works in the workspace: what this attempt has not written yet. A file never changes in a run. */
    void bring(List<WorkspaceFile> files) {
        used = true;
        List<WorkspaceFile> missing =
                files.stream().filter(file -> !brought.contains(file.path())).toList();
        if (!missing.isEmpty()) {
            sandbox.write(context, missing);
            missing.forEach(file -> brought.add(file.path()));
        }
    }

    /** At the end, for the session's next run. The run's work is done, so what goes wrong here does not undo it. */
    void leave(List<WorkspaceFile> files) {
        if (used) {
            try {
                bring(files);
            } catch (ServiceRefused | OutOfTime | AccessLost e) {
                LOG.warnf("files were not left in the workspace runId=%s reason=%s", context.runId(), e.getMessage());
            }
        }
    }

    /** The run was stopped: whatever still runs in its sandbox is killed. */
    void release() {
        if (used) {
            sandbox.release(context);
        }
    }
}
