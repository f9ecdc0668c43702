package dev.nightshift.agentapi.member;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Passwords as Argon2id (19 MiB, two passes, one lane: the OWASP minimum). Two are worked on at a time, so that a flood
 * of sign-ins costs neither all processors nor all memory.
 */
@ApplicationScoped
public class Passwords {
    static final int SHORTEST = 8;
    static final int LONGEST = 1024;

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int AT_A_TIME = 2;

    private final SecureRandom random = new SecureRandom();
    private final WorkerExecutor workers;
    private volatile @Nullable String nobodys;

    Passwords(Vertx vertx) {
        this.workers = vertx.createSharedWorkerExecutor("passwords", AT_A_TIME);
    }

    /** The text that is stored. */
    Uni<String> hash(String password) {
        return later(() -> hashNow(password));
    }

    /** Whether it is the password; {@code stored} absent takes as long and is always wrong. */
    public Uni<Boolean> matches(String password, @Nullable String stored) {
        return later(() -> {
            String hash = stored == null ? nobodysHash() : stored;
            boolean right = Argon2Function.getInstanceFromHash(hash).check(password, hash);
            return right && stored != null;
        });
    }

    private String hashNow(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID)
                .hash(password.getBytes(java.nio.charset.StandardCharsets.UTF_8), salt)
                .getResult();
    }

    private String nobodysHash() {
        String hash = nobodys;
        if (hash == null) {
            hash = hashNow("nobody has this password");
            nobodys = hash;
        }
        return hash;
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
