package dev.nightshift.agentapi.signin;

import dev.nightshift.agentapi.audit.Act;
import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.AuditLog;
import dev.nightshift.agentapi.credential.CredentialsEnded;
import dev.nightshift.agentapi.member.MemberDepartures;
import dev.nightshift.agentapi.member.PasswordChanges;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The browsers in which a member is signed in, and their end. */
@ApplicationScoped
class OwnSessions implements MemberDepartures, PasswordChanges {
    private static final String LIST = """
            select id, created_at, last_seen_at, least(expires_at, last_seen_at + interval '7 days') as expires_at,
                address, user_agent
            from browser_sessions
            where member_id = $1 and expires_at > now() and last_seen_at > now() - interval '7 days'
                and ($2::timestamptz is null or (created_at, id) < ($2, $3))
            order by created_at desc, id desc limit $4""";
    private static final String END_ONE = "delete from browser_sessions where member_id = $1 and id = $2";
    private static final String END_OTHERS =
            "delete from browser_sessions where member_id = $1 and id is distinct from $2";

    private final Pool pool;
    private final AuditLog audit;
    private final Event<CredentialsEnded> ended;

    OwnSessions(Pool pool, AuditLog audit, Event<CredentialsEnded> ended) {
        this.pool = pool;
        this.audit = audit;
        this.ended = ended;
    }

    /** One more than the page holds, where there are more. */
    Uni<List<SessionView>> list(MemberCaller member, PageRequest page) {
        PageRequest.Position after = page.after();
        Tuple values = Tuple.tuple()
                .addUUID(member.memberId().value())
                .addValue(after == null ? null : after.at().atOffset(ZoneOffset.UTC))
                .addUUID(after == null ? null : after.id())
                .addInteger(page.limit() + 1);
        UUID current = current(member);
        return pool.preparedQuery(LIST)
                .execute(values)
                .map(rows -> rows.stream().map(row -> read(row, current)).toList());
    }

    /** Ends one; 404 when the member has no such session. */
    Uni<Void> end(MemberCaller member, UUID session, Actor by) {
        return pool.withTransaction(transaction -> transaction
                        .preparedQuery(END_ONE)
                        .execute(Tuple.of(member.memberId().value(), session))
                        .chain(rows -> rows.rowCount() == 0
                                ? Uni.createFrom().failure(Problem.notFound("session"))
                                : audit.write(transaction, by, revoked(session.toString(), 1))))
                .invoke(() -> ended.fire(new CredentialsEnded()));
    }

    /** Ends all but the one the call comes from. */
    Uni<Void> endOthers(MemberCaller member, Actor by) {
        return pool.withTransaction(transaction -> endOthers(transaction, member.memberId(), current(member))
                        .chain(count -> count == 0
                                ? Uni.createFrom().voidItem()
                                : audit.write(transaction, by, revoked("others", count))))
                .invoke(() -> ended.fire(new CredentialsEnded()));
    }

    @Override
    public Uni<Void> changed(SqlConnection transaction, MemberId member, @Nullable String keptCredential) {
        return endOthers(transaction, member, session(keptCredential))
                .invoke(() -> tellAfterCommit(transaction))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> left(SqlConnection transaction, MemberId member, Reason reason) {
        return endOthers(transaction, member, null)
                .invoke(() -> tellAfterCommit(transaction))
                .replaceWithVoid();
    }

    private static Uni<Integer> endOthers(SqlConnection transaction, MemberId member, @Nullable UUID kept) {
        return transaction
                .preparedQuery(END_OTHERS)
                .execute(Tuple.of(member.value(), kept))
                .map(rows -> rows.rowCount());
    }

    /** The transaction is somebody else's; what it undoes has ended nothing. */
    private void tellAfterCommit(SqlConnection transaction) {
        transaction
                .transaction()
                .completion()
                .subscribe()
                .with(committed -> ended.fire(new CredentialsEnded()), undone -> {});
    }

    private static SessionView read(Row row, @Nullable UUID current) {
        UUID id = row.getUUID("id");
        return new SessionView(
                id,
                id.equals(current),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("last_seen_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                row.getString("address"),
                row.getString("user_agent"));
    }

    private static Act revoked(String id, int count) {
        return Act.done("session.revoked", new Act.Target("session", id, null), Map.of("count", count));
    }

    private static @Nullable UUID current(MemberCaller member) {
        return session(member.credential());
    }

    private static @Nullable UUID session(@Nullable String credential) {
        return credential != null && credential.startsWith(BrowserSessions.CREDENTIAL)
                ? UUID.fromString(credential.substring(BrowserSessions.CREDENTIAL.length()))
                : null;
    }
}
