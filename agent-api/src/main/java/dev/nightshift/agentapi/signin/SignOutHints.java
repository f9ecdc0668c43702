package dev.nightshift.agentapi.signin;

import dev.nightshift.agentapi.secret.SealedText;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;

/** What the provider at which a browser signed in wants to see again when the person signs out. Ends with the session. */
@ApplicationScoped
public class SignOutHints {
    private static final String KEEP = """
            insert into sign_out_hints (session_id, hint) select id, $2 from browser_sessions where token_hash = $1""";
    private static final String FIND = """
            select h.hint from sign_out_hints h join browser_sessions s on s.id = h.session_id
            where s.token_hash = $1""";

    private final Pool pool;
    private final SealedText sealed;

    SignOutHints(Pool pool, SealedText sealed) {
        this.pool = pool;
        this.sealed = sealed;
    }

    /** In the transaction that opened the session; {@code session} is its cookie. */
    public Uni<Void> keep(SqlConnection transaction, NewCookie session, String hint) {
        return transaction
                .preparedQuery(KEEP)
                .execute(Tuple.of(BrowserSessions.hash(session.getValue()), sealed.seal(hint)))
                .replaceWithVoid();
    }

    /** Of the session with this cookie. */
    public Uni<Optional<String>> of(String cookie) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(BrowserSessions.hash(cookie)))
                .map(rows -> rows.stream().findFirst().map(row -> sealed.open(row.getString("hint"))));
    }
}
