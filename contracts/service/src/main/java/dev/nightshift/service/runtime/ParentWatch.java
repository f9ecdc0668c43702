package dev.nightshift.service.runtime;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ends this process when the one that started it is gone, however it went: its end of our standard input closes then.
 * On when {@code NIGHTSHIFT_PARENT_WATCH} is {@code true}.
 */
@ApplicationScoped
class ParentWatch {
    private static final Duration GRACE = Duration.ofSeconds(8);

    void start(
            @Observes StartupEvent started,
            @ConfigProperty(name = "nightshift.parent-watch", defaultValue = "false") boolean watch) {
        if (watch) {
            Thread.ofPlatform().daemon().name("parent-watch").start(ParentWatch::untilParentIsGone);
        }
    }

    private static void untilParentIsGone() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is expected; only the end of the stream matters.
            }
        } catch (IOException e) {
            // As good as the end of the stream.
        }
        Thread.ofPlatform().daemon().name("parent-watch-grace").start(ParentWatch::haltAfterGrace);
        Quarkus.asyncExit();
    }

    private static void haltAfterGrace() {
        try {
            Thread.sleep(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
