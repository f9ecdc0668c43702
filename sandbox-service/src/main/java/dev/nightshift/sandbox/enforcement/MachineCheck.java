package dev.nightshift.sandbox.enforcement;

import dev.nightshift.sandbox.isolation.Enforcement;
import dev.nightshift.sandbox.isolation.SandboxUnavailableException;
import dev.nightshift.sandbox.isolation.Sandboxes;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes one sandbox at start, to know that it can and what it enforces; until that works the service is not ready. */
@ApplicationScoped
class MachineCheck {
    private static final Logger LOG = Logger.getLogger(MachineCheck.class);
    private static final String REMEDY =
            "Install bubblewrap and python3 (Debian, Ubuntu: apt-get install bubblewrap python3), and allow user"
                    + " namespaces.";

    private final Sandboxes sandboxes;
    private volatile @Nullable Enforcement enforcement;
    private volatile String problem = "The machine has not been checked yet.";

    MachineCheck(Sandboxes sandboxes) {
        this.sandboxes = sandboxes;
    }

    void start(@Observes StartupEvent started) {
        check();
    }

    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void untilItWorks() {
        if (enforcement == null) {
            check();
        }
    }

    private void check() {
        try {
            Enforcement found = sandboxes.enforcement();
            enforcement = found;
            LOG.infof(
                    "sandboxes work enforced=%s missing=%s",
                    found.enforced().stream().map(p -> p.wire()).toList(),
                    found.missing().stream().map(p -> p.wire()).toList());
        } catch (SandboxUnavailableException e) {
            problem = e.getMessage() + " -- " + REMEDY;
            LOG.error(problem);
        }
    }

    Optional<Enforcement> enforcement() {
        return Optional.ofNullable(enforcement);
    }

    /** One line on why sandboxes do not work here, and what to do. */
    String problem() {
        return problem;
    }
}
