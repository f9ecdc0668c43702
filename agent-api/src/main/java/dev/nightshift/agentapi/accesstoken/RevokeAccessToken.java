package dev.nightshift.agentapi.accesstoken;

import dev.nightshift.agentapi.audit.Act;
import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.AuditLog;
import dev.nightshift.agentapi.credential.CredentialsEnded;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Map;
import java.util.UUID;

/** Changes and revokes own tokens; a revoked one is of no use from the next request on. */
@ApplicationScoped
class RevokeAccessToken {
    private final Pool pool;
    private final AccessTokens tokens;
    private final AuditLog audit;
    private final Event<CredentialsEnded> ended;

    RevokeAccessToken(Pool pool, AccessTokens tokens, AuditLog audit, Event<CredentialsEnded> ended) {
        this.pool = pool;
        this.tokens = tokens;
        this.audit = audit;
        this.ended = ended;
    }

    Uni<Void> revoke(MemberId member, UUID id, Actor actor) {
        return pool.withTransaction(transaction -> tokens.delete(transaction, member, id)
                        .map(found -> found.orElseThrow(() -> Problem.notFound("access token")))
                        .chain(gone -> audit.write(transaction, actor, act("token.revoked", gone))))
                .invoke(() -> ended.fire(new CredentialsEnded()));
    }

    Uni<AccessToken> rename(MemberId member, UUID id, String name, Actor actor) {
        return pool.withTransaction(transaction -> tokens.rename(transaction, member, id, name)
                .map(found -> found.orElseThrow(() -> Problem.notFound("access token")))
                .call(renamed -> audit.write(transaction, actor, act("token.renamed", renamed))));
    }

    private static Act act(String action, AccessToken token) {
        return Act.done(action, new Act.Target("token", token.id().toString(), token.name()), Map.of());
    }
}
