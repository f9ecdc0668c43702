package dev.nightshift.agentapi.accesstoken;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.nightshift.agentapi.audit.Act;
import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.AuditLog;
import dev.nightshift.agentapi.secret.SealedText;
import dev.nightshift.agentapi.signin.Scopes;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.idempotency.Answer;
import dev.nightshift.service.idempotency.Once;
import dev.nightshift.service.idempotency.Repeatable;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Makes a personal access token, which never reaches further than what it is made with. */
@ApplicationScoped
class CreateAccessToken {
    private static final String OWN_EXPIRY = "select expires_at from access_tokens where id = $1";
    private static final String TOKEN_CREDENTIAL = "token:";

    private final Pool pool;
    private final Once once;
    private final AccessTokens tokens;
    private final AuditLog audit;
    private final SealedText sealed;

    CreateAccessToken(Pool pool, Once once, AccessTokens tokens, AuditLog audit, SealedText sealed) {
        this.pool = pool;
        this.once = once;
        this.tokens = tokens;
        this.audit = audit;
        this.sealed = sealed;
    }

    /** The one time that {@code token} is shown. */
    @Schema(name = "CreatedAccessToken")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Created(
            @Schema(required = true) UUID id,

            @Schema(required = true, description = "Sent as Authorization: Bearer; shown only now")
            String token,

            @Schema(required = true) String name,

            @Schema(
                    required = true,
                    enumeration = {"read", "write", "admin"})
            List<String> scopes,

            @Nullable Instant expiresAt) {
        Created withToken(String text) {
            return new Created(id, text, name, scopes, expiresAt);
        }
    }

    /** The caller, and what the credential that the caller came with may be used for. */
    record Maker(Actor actor, MemberId member, Scopes own) {}

    Uni<Created> create(Repeatable call, Maker maker, NewAccessToken asked) {
        return withinOwnExpiry(maker, asked.within(maker.own()))
                .chain(() -> once.run(call, transaction -> make(transaction, maker, asked)))
                .map(this::open)
                .invoke(created -> allowed(created, maker));
    }

    /** A token must not outlive the one that it is made with. */
    private Uni<Void> withinOwnExpiry(Maker maker, NewAccessToken asked) {
        String credential = maker.actor().credential();
        if (credential == null || !credential.startsWith(TOKEN_CREDENTIAL)) {
            return Uni.createFrom().voidItem();
        }
        return pool.preparedQuery(OWN_EXPIRY)
                .execute(Tuple.of(UUID.fromString(credential.substring(TOKEN_CREDENTIAL.length()))))
                .invoke(rows -> rows.forEach(row -> {
                    if (row.getOffsetDateTime("expires_at") != null) {
                        check(
                                asked.expiresAt(),
                                row.getOffsetDateTime("expires_at").toInstant());
                    }
                }))
                .replaceWithVoid();
    }

    private static void check(@Nullable Instant asked, Instant latest) {
        if (asked == null || asked.isAfter(latest)) {
            throw Problem.invalid(
                    "expiresAt", "must not be after " + latest + ", when the token that makes it expires");
        }
    }

    private Uni<Answer> make(SqlConnection transaction, Maker maker, NewAccessToken asked) {
        return tokens.make(transaction, maker.member(), asked)
                .call(made -> audit.write(
                        transaction,
                        maker.actor(),
                        Act.done(
                                "token.created",
                                new Act.Target("token", made.id().toString(), asked.name()),
                                Map.of("scopes", asked.scopes().labels()))))
                .map(this::answer);
    }

    private Answer answer(AccessTokens.Made made) {
        AccessToken shown = made.shown();
        Created created =
                new Created(shown.id(), sealed.seal(made.text()), shown.name(), shown.scopes(), shown.expiresAt());
        return Answer.of(201, created);
    }

    private Created open(Answer answer) {
        try {
            Created kept = Json.mapper().readValue(answer.body(), Created.class);
            return kept.withToken(sealed.open(kept.token()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of ours cannot be read", e);
        }
    }

    /** A repeated call may come with less than the first did. */
    private static void allowed(Created created, Maker maker) {
        if (!maker.own().cover(Scopes.of(created.scopes()))) {
            throw Problem.forbidden("The first call came with a token that may be used for more.");
        }
    }
}
