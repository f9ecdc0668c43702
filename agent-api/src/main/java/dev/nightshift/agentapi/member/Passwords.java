package dev.nightshift.agentapi.member;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Works on passwords off the event loop, two at a time, so that a flood of sign-ins costs neither all processors nor
 * all memory.
 */
@ApplicationScoped
public class Passwords {
    private static final int AT_A_TIME = 2;

    private final String nobodys = PasswordHash.make("nobody has this password");
    private final WorkerExecutor workers;

    Passwords(Vertx vertx) {
        this.workers = vertx.createSharedWorkerExecutor("passwords", AT_A_TIME);
    }

    /** The text that is stored. */
    public Uni<String> hash(String password) {
        return later(() -> PasswordHash.make(password));
    }

    /** Whether it is the password; {@code stored} absent takes as long and is always wrong. */
    Uni<Boolean> matches(String password, @Nullable String stored) {
        return later(() -> PasswordHash.matches(password, stored == null ? nobodys : stored) && stored != null);
    }

    /** The result comes back on the caller's own thread. */
    private <T> Uni<T> later(Callable<T> work) {
        return workers.executeBlocking(work, false);
    }

    @PreDestroy
    void stop() {
        workers.closeAndForget();
    }
}
