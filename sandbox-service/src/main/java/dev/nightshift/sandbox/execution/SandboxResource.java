package dev.nightshift.sandbox.execution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.contracts.Uuids;
import dev.nightshift.sandbox.isolation.Outcome;
import dev.nightshift.sandbox.isolation.SandboxUnavailableException;
import dev.nightshift.sandbox.live.LiveSandboxes;
import dev.nightshift.sandbox.live.SandboxesFullException;
import dev.nightshift.sandbox.live.WorkspaceLostException;
import dev.nightshift.sandbox.settings.SandboxSettings;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.RunCaller;
import dev.nightshift.service.token.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The sandbox of one run, for that run alone. */
@Path("/internal/sandboxes/{runId}")
@RolesAllowed("run")
class SandboxResource {
    private static final long DEFAULT_WAIT_MS = 20_000;
    private static final long MAX_WAIT_MS = 60_000;
    private static final int RETRY_SECONDS = 2;

    private final CurrentCaller caller;
    private final Executions executions;
    private final Leases leases;
    private final LiveSandboxes live;
    private final SandboxSettings settings;

    SandboxResource(
            CurrentCaller caller, Executions executions, Leases leases, LiveSandboxes live, SandboxSettings settings) {
        this.caller = caller;
        this.executions = executions;
        this.leases = leases;
        this.live = live;
        this.settings = settings;
    }

    @PUT
    @Path("/executions/{stepId}")
    public Uni<Execution> execute(
            @PathParam("runId") String runId,
            @PathParam("stepId") String stepId,
            @QueryParam("waitMs") @Nullable String waitMs,
            JsonNode body) {
        RunCaller run = authorised(runId);
        ExecutionRequest request =
                ExecutionBody.read(run.runId(), step(stepId), body, settings.defaultTimeout(), settings.maxTimeout());
        requireSession(run, request.session());
        Optional<String> refusal = run.actions().contains(request.action().tool())
                ? Optional.empty()
                : Optional.of("The tool " + request.action().tool() + " is not among the actions allowed to this run.");
        return executions.execute(request, refusal, wait(waitMs));
    }

    @PUT
    @Path("/files")
    public Uni<Void> write(@PathParam("runId") String runId, JsonNode body) {
        RunCaller run = authorised(runId);
        FilesBody sent = FilesBody.read(body);
        requireSession(run, sent.owner().session());
        return leases.take(run.runId(), sent.owner().session(), sent.owner().fence())
                .chain(() -> blocking(() -> live.write(run.runId(), sent.owner().session(), sent.files())))
                .invoke(SandboxResource::requireAllWritten)
                .replaceWithVoid();
    }

    @DELETE
    public Uni<Void> release(@PathParam("runId") String runId, @QueryParam("fence") @Nullable String fence) {
        RunCaller run = authorised(runId);
        long number = number("fence", fence, Long.MAX_VALUE).orElseThrow(() -> Problem.invalid("fence", "is required"));
        return leases.raise(run.runId(), number)
                .chain(() -> blocking(() -> {
                    live.release(run.runId());
                    return true;
                }))
                .replaceWithVoid();
    }

    private RunCaller authorised(String runId) {
        RunCaller run = caller.run();
        if (!run.runId().toString().equalsIgnoreCase(runId)) {
            throw Problem.notFound("sandbox");
        }
        return run;
    }

    private static void requireSession(RunCaller run, SessionId session) {
        if (!run.sessionId().equals(session)) {
            throw Problem.forbidden("The run belongs to another session.");
        }
    }

    private static void requireAllWritten(List<Outcome> failed) {
        if (!failed.isEmpty()) {
            throw Problem.conflict(failed.getFirst().output());
        }
    }

    private static UUID step(String text) {
        try {
            return Uuids.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("step");
        }
    }

    private static Duration wait(@Nullable String waitMs) {
        return Duration.ofMillis(number("waitMs", waitMs, MAX_WAIT_MS).orElse(DEFAULT_WAIT_MS));
    }

    private static Optional<Long> number(String name, @Nullable String text, long max) {
        try {
            if (text == null) {
                return Optional.empty();
            }
            long number = Long.parseLong(text);
            if (number >= 0 && number <= max) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            // The same answer as for a number out of range.
        }
        throw Problem.invalid(name, "must be a whole number from 0 to " + max);
    }

    private static <T> Uni<T> blocking(Supplier<T> work) {
        return Uni.createFrom()
                .completionStage(() -> CompletableFuture.supplyAsync(work, Thread.ofVirtual()::start))
                .onFailure(SandboxesFullException.class)
                .transform(SandboxResource::unavailable)
                .onFailure(SandboxUnavailableException.class)
                .transform(SandboxResource::unavailable)
                .onFailure(WorkspaceLostException.class)
                .transform(failure -> Problem.conflict(String.valueOf(failure.getMessage())));
    }

    private static Problem unavailable(Throwable failure) {
        return Problem.unavailable(String.valueOf(failure.getMessage()), RETRY_SECONDS);
    }
}
