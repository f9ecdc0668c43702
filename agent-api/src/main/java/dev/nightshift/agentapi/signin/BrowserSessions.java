package dev.nightshift.agentapi.signin;

import dev.nightshift.agentapi.audit.Act;
import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.AuditLog;
import dev.nightshift.agentapi.credential.CredentialsEnded;
import dev.nightshift.agentapi.member.CallerColumns;
import dev.nightshift.agentapi.naming.VisibleText;
import dev.nightshift.agentapi.secret.Secrets;
import dev.nightshift.contracts.Uuids;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.core.NewCookie;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Opens, finds and ends browser sessions. One is over 30 days after it was opened, or 7 days after it was last used.
 * Its id is the caller's credential, {@code session:<id>}.
 */
@ApplicationScoped
public class BrowserSessions {
    static final String CREDENTIAL = "session:";

    /** Signed-in browsers of one member; the next sign-in ends the one that was used longest ago. */
    private static final int MOST = 100;

    private static final int LONGEST_USER_AGENT = 300;

    private static final String OPEN = """
            insert into browser_sessions
                (id, token_hash, member_id, address, user_agent, created_at, last_seen_at, expires_at)
            select $1, $2, id, $4, $5, now(), now(), now() + interval '30 days'
            from members where id = $3 and state = 'active' for share""";
    private static final String END_SURPLUS = """
            delete from browser_sessions where id in (
                select id from browser_sessions where member_id = $1
                order by last_seen_at desc, id desc offset $2)""";
    private static final String END = """
            delete from browser_sessions s using members m where s.token_hash = $1 and m.id = s.member_id
            returning s.id, m.id as member_id, m.name""";
    private static final String CALLER = """
            select %s, s.id as session_id, s.last_seen_at < now() - interval '5 minutes' as wants_touch
            from browser_sessions s join members m on m.id = s.member_id and %s
            where s.token_hash = $1 and s.expires_at > now() and s.last_seen_at > now() - interval '7 days'""".formatted(CallerColumns.SELECTED, CallerColumns.ACTIVE);
    private static final String TOUCH = "update browser_sessions set last_seen_at = now() where id = $1";
    private static final String FORGET = """
            delete from browser_sessions
            where expires_at < now() or last_seen_at < now() - interval '7 days'""";

    private final Pool pool;
    private final SessionCookie cookie;
    private final AuditLog audit;
    private final Event<CredentialsEnded> ended;

    BrowserSessions(Pool pool, SessionCookie cookie, AuditLog audit, Event<CredentialsEnded> ended) {
        this.pool = pool;
        this.cookie = cookie;
        this.audit = audit;
        this.ended = ended;
    }

    /**
     * Signs somebody in: a new session with a new cookie, and the end of the one that the browser had. {@code way} says
     * for the audit log how the person was recognised ({@code password}, {@code invite}, {@code oidc}). 401 for somebody
     * who is not active any more.
     */
    public Uni<NewCookie> open(SqlConnection transaction, MemberCaller who, Browser browser, String way) {
        String token = Secrets.random();
        UUID id = Uuids.v7();
        Tuple values = Tuple.tuple()
                .addUUID(id)
                .addValue(hash(token))
                .addUUID(who.memberId().value())
                .addString(browser.address())
                .addString(browser.userAgent());
        Actor actor =
                new Actor(Actor.Kind.MEMBER, who.memberId().value(), who.name(), browser.address(), CREDENTIAL + id);
        return endReplaced(transaction, browser)
                .chain(() -> transaction.preparedQuery(OPEN).execute(values))
                .invoke(BrowserSessions::requireOpened)
                .chain(() -> transaction
                        .preparedQuery(END_SURPLUS)
                        .execute(Tuple.of(who.memberId().value(), MOST)))
                .chain(() ->
                        audit.write(transaction, actor, Act.done("session.opened", target(id), Map.of("way", way))))
                .replaceWith(() -> cookie.holding(token));
    }

    /** The active member whose browser sends this cookie, with role and groups as of now; empty for nobody. */
    Uni<Optional<MemberCaller>> caller(String token) {
        return pool.preparedQuery(CALLER)
                .execute(Tuple.of(hash(token)))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : touched(rows.iterator().next()));
    }

    /** The browser that sends a request. */
    public static Browser browser(HttpServerRequest request) {
        String userAgent = request.getHeader(HttpHeaders.USER_AGENT);
        Cookie sent = request.getCookie(SessionCookie.NAME);
        return new Browser(
                request.remoteAddress() == null ? null : request.remoteAddress().hostAddress(),
                userAgent == null ? null : VisibleText.cleaned(userAgent, LONGEST_USER_AGENT),
                sent == null ? null : sent.getValue());
    }

    /** Ends the session of this cookie, if there is one. */
    Uni<Void> end(String token, @Nullable String address) {
        return pool.withTransaction(transaction -> transaction
                        .preparedQuery(END)
                        .execute(Tuple.of(hash(token)))
                        .chain(rows -> rows.rowCount() == 0
                                ? Uni.createFrom().voidItem()
                                : ended(transaction, rows.iterator().next(), address)))
                .invoke(() -> ended.fire(new CredentialsEnded()));
    }

    @Scheduled(every = "1h", delayed = "5m")
    Uni<Void> forgetEnded() {
        return pool.query(FORGET).execute().replaceWithVoid();
    }

    /** Somebody who was disabled or removed meanwhile stays out. */
    private static void requireOpened(RowSet<Row> opened) {
        if (opened.rowCount() == 0) {
            throw Problem.unauthorized();
        }
    }

    private Uni<Void> endReplaced(SqlConnection transaction, Browser browser) {
        return browser.cookie() == null
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(END)
                        .execute(Tuple.of(hash(browser.cookie())))
                        .replaceWithVoid();
    }

    private Uni<Void> ended(SqlConnection transaction, Row session, @Nullable String address) {
        UUID id = session.getUUID("id");
        Actor member = new Actor(
                Actor.Kind.MEMBER, session.getUUID("member_id"), session.getString("name"), address, CREDENTIAL + id);
        return audit.write(transaction, member, Act.done("session.ended", target(id), Map.of()));
    }

    private Uni<Optional<MemberCaller>> touched(Row session) {
        UUID id = session.getUUID("session_id");
        Optional<MemberCaller> caller = Optional.of(CallerColumns.read(session, CREDENTIAL + id));
        return session.getBoolean("wants_touch")
                ? pool.preparedQuery(TOUCH).execute(Tuple.of(id)).replaceWith(caller)
                : Uni.createFrom().item(caller);
    }

    /** What is stored of a cookie. */
    static Buffer hash(String token) {
        return Buffer.buffer(Secrets.hash(token));
    }

    private static Act.Target target(UUID session) {
        return new Act.Target("session", session.toString(), null);
    }
}
