package dev.nightshift.agentapi.invite;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.nightshift.agentapi.audit.Act;
import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.AuditLog;
import dev.nightshift.agentapi.secret.SealedText;
import dev.nightshift.agentapi.secret.Secrets;
import dev.nightshift.contracts.Json;
import dev.nightshift.service.idempotency.Answer;
import dev.nightshift.service.idempotency.Once;
import dev.nightshift.service.idempotency.Repeatable;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Makes, changes and revokes invites. */
@ApplicationScoped
class ChangeInvite {
    private static final String PATH = "/invite/";

    private final Pool pool;
    private final Once once;
    private final AuditLog audit;
    private final SealedText sealed;

    ChangeInvite(Pool pool, Once once, AuditLog audit, SealedText sealed) {
        this.pool = pool;
        this.once = once;
        this.audit = audit;
        this.sealed = sealed;
    }

    /** {@code origin}: the address at which the person will open the link. The answer is kept with its link sealed. */
    Uni<Answer> create(Repeatable call, NewInvite invite, String origin, Actor by) {
        String code = Secrets.random();
        String link = sealed.seal(origin + PATH + code);
        return once.run(
                        call,
                        transaction -> Invites.insert(transaction, invite, code, call.member())
                                .call(made -> audit.write(transaction, by, act("invite.created", made)))
                                .map(made -> Answer.of(
                                        201,
                                        made.withUrl(link),
                                        Map.of(HttpHeaders.LOCATION, "/api/invites/" + made.id()))))
                .map(this::opened);
    }

    /** 409 when it is not open any more. */
    Uni<Invite> change(UUID id, UnaryOperator<Invite> patch, Actor by) {
        return pool.withTransaction(transaction -> Invites.lock(transaction, id)
                .invoke(ChangeInvite::requireOpen)
                .map(patch)
                .call(changed -> Invites.update(transaction, changed))
                .call(changed -> audit.write(transaction, by, act("invite.changed", changed))));
    }

    /** Nobody comes in with it any more; 409 when somebody has. */
    Uni<Void> revoke(UUID id, Actor by) {
        return pool.withTransaction(transaction -> Invites.lock(transaction, id)
                .invoke(invite -> {
                    if (invite.state().equals(Invite.State.USED.label())) {
                        throw Problem.conflict("The invite was used already.");
                    }
                })
                .call(() -> Invites.revoke(transaction, id))
                .chain(invite -> audit.write(transaction, by, act("invite.revoked", invite))));
    }

    private static void requireOpen(Invite invite) {
        if (!invite.state().equals(Invite.State.OPEN.label())) {
            throw Problem.conflict("The invite is not open any more, it is " + invite.state() + ".");
        }
    }

    private Answer opened(Answer kept) {
        try {
            Invite made = Json.mapper().readValue(kept.body(), Invite.class);
            return Answer.of(kept.status(), made.withUrl(sealed.open(String.valueOf(made.url()))), kept.headers());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of ours cannot be read", e);
        }
    }

    private static Act act(String action, Invite invite) {
        return Act.done(
                action,
                new Act.Target("invite", invite.id().toString(), invite.email()),
                Map.of("role", invite.role()));
    }
}
