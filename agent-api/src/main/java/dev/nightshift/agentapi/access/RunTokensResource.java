package dev.nightshift.agentapi.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.nightshift.agentapi.token.PlatformTokens;
import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.contracts.SourceId;
import dev.nightshift.contracts.Trigger;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.RunCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Run tokens, for runners: sixty seconds, renewed with the lease. 403 or 404 means that the access is lost. */
@Path("/internal/runs/{runId}/token")
@RolesAllowed("service")
class RunTokensResource {
    private final AllowRun allow;
    private final PlatformTokens tokens;

    RunTokensResource(AllowRun allow, PlatformTokens tokens) {
        this.allow = allow;
        this.tokens = tokens;
    }

    /** As the due record said. */
    record Request(
            @Nullable AgentId agentId,
            @Nullable SessionId sessionId,
            @Nullable Trigger trigger,
            @Nullable ActingFor actingFor,
            @Nullable List<SourceId> allowedSources,
            @Nullable List<String> allowedActions) {}

    /** {@code sources} absent: everything the principal may read; empty: nothing. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RunToken(
            String token,
            Instant expiresAt,
            List<String> actions,
            @Nullable List<SourceId> sources) {}

    @POST
    @Operation(hidden = true)
    public Uni<RunToken> issue(@RestPath String runId, Request request) {
        return allow.now(asked(runId, request)).chain(this::sign);
    }

    private Uni<RunToken> sign(RunCaller run) {
        return tokens.sign(run)
                .map(signed -> new RunToken(
                        signed.token(),
                        signed.expiresAt(),
                        run.actions().stream().sorted().toList(),
                        run.sources() == null ? null : List.copyOf(run.sources())));
    }

    private static RunAccess.Asked asked(String runId, @Nullable Request request) {
        if (request == null
                || request.agentId() == null
                || request.sessionId() == null
                || request.trigger() == null
                || request.actingFor() == null) {
            throw Problem.malformed("agentId, sessionId, trigger and actingFor are required.");
        }
        return new RunAccess.Asked(
                id(runId),
                request.agentId(),
                request.sessionId(),
                request.trigger(),
                request.actingFor(),
                Objects.requireNonNullElse(request.allowedSources(), List.of()),
                Objects.requireNonNullElse(request.allowedActions(), List.of()));
    }

    private static RunId id(String text) {
        try {
            return RunId.of(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("run");
        }
    }
}
