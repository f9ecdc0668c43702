package dev.nightshift.agentapi.device;

import dev.nightshift.agentapi.accesstoken.AccessTokens;
import dev.nightshift.agentapi.audit.Act;
import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.AuditLog;
import dev.nightshift.agentapi.device.DeviceRequest.State;
import dev.nightshift.agentapi.signin.Scopes;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** A signed-in member says yes or no to what asks to be signed in. */
@ApplicationScoped
class DecideDevice {
    private final Pool pool;
    private final OpenDevice open;
    private final DeviceRequests requests;
    private final AccessTokens tokens;
    private final AuditLog audit;

    DecideDevice(Pool pool, OpenDevice open, DeviceRequests requests, AccessTokens tokens, AuditLog audit) {
        this.pool = pool;
        this.open = open;
        this.requests = requests;
        this.tokens = tokens;
        this.audit = audit;
    }

    /** Who decides, and what the member's own credential may be used for. */
    record Decider(MemberId member, Scopes own, Actor actor) {}

    Uni<Void> approve(Decider decider, Optional<UserCode> code) {
        return open.find(decider.member(), code).chain(request -> {
            if (!decider.own().cover(request.scopes())) {
                throw Problem.forbidden("You cannot allow more than what you have signed in with.");
            }
            return pool.withTransaction(transaction -> tokens.room(transaction, decider.member())
                    .chain(() -> decide(transaction, request, State.APPROVED, decider)));
        });
    }

    Uni<Void> deny(Decider decider, Optional<UserCode> code) {
        return open.find(decider.member(), code)
                .chain(request ->
                        pool.withTransaction(transaction -> decide(transaction, request, State.DENIED, decider)));
    }

    private Uni<Void> decide(SqlConnection transaction, DeviceRequest request, State decision, Decider decider) {
        return requests.decide(transaction, request.id(), decision, decider.member())
                .invoke(decided -> {
                    if (!decided) {
                        throw Problem.conflict("Somebody has decided about this code already.");
                    }
                })
                .chain(() -> audit.write(
                        transaction,
                        decider.actor(),
                        Act.done(
                                "device." + decision.label(),
                                new Act.Target("device", request.id().toString(), request.clientId()),
                                Map.of("scopes", request.scopes().labels()))));
    }
}
