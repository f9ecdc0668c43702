package dev.nightshift.agentapi.accesstoken;

import dev.nightshift.agentapi.member.Members;
import dev.nightshift.agentapi.secret.Secrets;
import dev.nightshift.agentapi.signin.BearerIdentity;
import dev.nightshift.agentapi.signin.BearerSignIn;
import dev.nightshift.agentapi.signin.Scopes;
import dev.nightshift.contracts.MemberId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Recognises a member by a personal access token. */
@ApplicationScoped
class ByAccessToken implements BearerSignIn {
    private static final Pattern FORM = Pattern.compile(AccessTokens.PREFIX + "[A-Za-z0-9_-]{43}");
    private static final String FIND = """
            select id, member_id, scopes,
                last_used_at is null or last_used_at < now() - interval '1 minute' as wants_touch
            from access_tokens where token_hash = $1 and (expires_at is null or expires_at > now())""";
    private static final String TOUCH = "update access_tokens set last_used_at = now() where id = $1";

    private final Pool pool;
    private final Members members;

    ByAccessToken(Pool pool, Members members) {
        this.pool = pool;
        this.members = members;
    }

    @Override
    public boolean understands(String token) {
        return token.startsWith(AccessTokens.PREFIX);
    }

    @Override
    public Uni<Optional<BearerIdentity>> identify(String token) {
        if (!FORM.matcher(token).matches()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(Buffer.buffer(Secrets.hash(token))))
                .map(rows -> rows.stream().findFirst())
                .chain(row ->
                        row.map(this::identify).orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<BearerIdentity>> identify(Row row) {
        UUID id = row.getUUID("id");
        Scopes scopes = Scopes.of(List.of(row.getArrayOfStrings("scopes")));
        Uni<Void> touched = row.getBoolean("wants_touch")
                ? pool.preparedQuery(TOUCH).execute(Tuple.of(id)).replaceWithVoid()
                : Uni.createFrom().voidItem();
        return touched.chain(() -> members.caller(new MemberId(row.getUUID("member_id")), "token:" + id))
                .map(caller -> caller.map(known -> new BearerIdentity(known, scopes)));
    }
}
