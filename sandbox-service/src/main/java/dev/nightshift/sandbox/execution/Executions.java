package dev.nightshift.sandbox.execution;

import dev.nightshift.sandbox.execution.Begun.Closed;
import dev.nightshift.sandbox.execution.Begun.Different;
import dev.nightshift.sandbox.execution.Begun.Fenced;
import dev.nightshift.sandbox.execution.Begun.Known;
import dev.nightshift.sandbox.execution.Begun.Started;
import dev.nightshift.sandbox.isolation.Outcome;
import dev.nightshift.sandbox.isolation.SandboxUnavailableException;
import dev.nightshift.sandbox.live.LiveSandboxes;
import dev.nightshift.sandbox.live.SandboxesFullException;
import dev.nightshift.sandbox.live.WorkspaceLostException;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Begins each execution once, and lets any number of callers wait for it: it outlives all of them. */
@ApplicationScoped
class Executions {
    private static final Logger LOG = Logger.getLogger(Executions.class);
    private static final int RETRY_SECONDS = 2;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LAST_RETRY = Duration.ofSeconds(2);

    private final ExecutionTable table;
    private final Recovery recovery;
    private final LiveSandboxes live;
    private final Map<ExecutionKey, CompletableFuture<Execution>> running = new ConcurrentHashMap<>();

    Executions(ExecutionTable table, Recovery recovery, LiveSandboxes live) {
        this.table = table;
        this.recovery = recovery;
        this.live = live;
    }

    /**
     * The execution after it ended, or as it is when {@code wait} is over.
     *
     * @param refusal why it must not run; it is recorded as refused then
     */
    Uni<Execution> execute(ExecutionRequest request, Optional<String> refusal, Duration wait) {
        return recovery.recovered()
                .chain(() -> refusal.isPresent() || live.hasRoomFor(request.run())
                        ? table.begin(request)
                        : table.known(request).invoke(Executions::failWhenNew))
                .chain(begun -> answer(request, refusal, begun, System.nanoTime() + wait.toNanos()));
    }

    private static void failWhenNew(Begun begun) {
        if (begun instanceof Closed) {
            throw Problem.unavailable("All sandboxes are in use.", RETRY_SECONDS);
        }
    }

    private Uni<Execution> answer(ExecutionRequest request, Optional<String> refusal, Begun begun, long deadline) {
        return switch (begun) {
            case Started started -> {
                start(request, refusal);
                yield await(request.key(), deadline);
            }
            case Known known ->
                known.execution().isOver() ? Uni.createFrom().item(known.execution()) : await(request.key(), deadline);
            case Different different ->
                Uni.createFrom().failure(Problem.conflict("This step was asked for with other arguments before."));
            case Fenced fenced -> Uni.createFrom().failure(Leases.fenced(fenced.highest()));
            case Closed closed -> Uni.createFrom().failure(Leases.closed());
        };
    }

    private void start(ExecutionRequest request, Optional<String> refusal) {
        CompletableFuture<Execution> end = new CompletableFuture<>();
        running.put(request.key(), end);
        Thread.ofVirtual().name("execution-" + request.step()).start(() -> {
            try {
                end.complete(executeAndRecord(request, refusal));
            } catch (RuntimeException e) {
                end.completeExceptionally(e);
            } finally {
                running.remove(request.key());
            }
        });
    }

    private Execution executeAndRecord(ExecutionRequest request, Optional<String> refusal) {
        try {
            Outcome outcome = refusal.map(Outcome::refused).orElseGet(() -> outcome(request));
            return untilDone(() -> table.finish(request.key(), outcome)).orElseThrow();
        } catch (SandboxesFullException | SandboxUnavailableException e) {
            untilDone(() -> table.forget(request.key()));
            throw Problem.unavailable(String.valueOf(e.getMessage()), RETRY_SECONDS);
        }
    }

    private Outcome outcome(ExecutionRequest request) {
        try {
            return live.execute(request.run(), request.session(), request.action(), request.timeout());
        } catch (WorkspaceLostException e) {
            return Outcome.failed(String.valueOf(e.getMessage()));
        } catch (SandboxesFullException | SandboxUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.errorf(e, "execution failed runId=%s stepId=%s", request.run(), request.step());
            return Outcome.interrupted("The sandbox service failed while this ran.");
        }
    }

    /** What has happened must be recorded, however long the database is away. */
    private static <T> T untilDone(Supplier<Uni<? extends T>> write) {
        return Uni.createFrom()
                .deferred(write)
                .onFailure()
                .invoke(failure -> LOG.warnf("execution not recorded yet reason=%s", failure))
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LAST_RETRY)
                .indefinitely()
                .await()
                .indefinitely();
    }

    private Uni<Execution> await(ExecutionKey key, long deadline) {
        CompletableFuture<Execution> end = running.get(key);
        if (end == null) {
            return table.read(key).chain(found -> lookAgain(key, found, deadline));
        }
        return Uni.createFrom()
                .completionStage(end::copy)
                .ifNoItem()
                .after(left(deadline))
                .recoverWithUni(() -> table.read(key).map(found -> found.orElseThrow(Executions::notBegun)));
    }

    /** It runs on another node, or was begun and is not yet known here. */
    private Uni<Execution> lookAgain(ExecutionKey key, Optional<Execution> found, long deadline) {
        Execution execution = found.orElseThrow(Executions::notBegun);
        return execution.isOver() || System.nanoTime() >= deadline
                ? Uni.createFrom().item(execution)
                : Uni.createFrom().voidItem().onItem().delayIt().by(LOOK_AGAIN).chain(() -> await(key, deadline));
    }

    private static Problem notBegun() {
        return Problem.unavailable("The sandbox could not be made; ask again.", RETRY_SECONDS);
    }

    private static Duration left(long deadline) {
        return Duration.ofMillis(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
    }
}
