package dev.nightshift.agentapi.signin;

import dev.nightshift.agentapi.member.Member;
import dev.nightshift.agentapi.member.Members;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.Uuids;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens, finds and ends browser sessions. */
@ApplicationScoped
class BrowserSessions implements PanacheRepositoryBase<BrowserSession, UUID> {
    private static final int TOKEN_BYTES = 32;

    private final Members members;
    private final Pool pool;
    private final SecureRandom random = new SecureRandom();

    BrowserSessions(Members members, Pool pool) {
        this.members = members;
        this.pool = pool;
    }

    /** A new session; the answer is the cookie's value, which is not kept. */
    Uni<String> open(MemberId member, Instant now) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        BrowserSession session = new BrowserSession();
        session.id = Uuids.v7();
        session.tokenHash = hash(token);
        session.memberId = member.value();
        session.createdAt = now;
        session.lastSeenAt = now;
        session.expiresAt = now.plus(BrowserSession.LONGEST);
        return Panache.withTransaction(() -> persist(session)).replaceWith(token);
    }

    /** The active member whose browser sends this cookie, or empty. */
    Uni<Optional<Member>> member(String token, Instant now) {
        return Panache.withSession(() -> find("tokenHash", (Object) hash(token)).firstResult())
                .chain(session -> resolve(session, now));
    }

    Uni<Void> end(String token) {
        return Panache.withTransaction(() -> delete("tokenHash", (Object) hash(token)))
                .replaceWithVoid();
    }

    @Scheduled(every = "1h", delayed = "5m")
    Uni<Void> forgetEnded() {
        return pool.query("delete from browser_sessions where expires_at < now()")
                .execute()
                .replaceWithVoid();
    }

    private Uni<Optional<Member>> resolve(@Nullable BrowserSession session, Instant now) {
        if (session == null || session.isOver(now)) {
            return Uni.createFrom().item(Optional.empty());
        }
        Uni<Void> touched = session.wantsTouch(now)
                ? Panache.withTransaction(() -> update("lastSeenAt = ?1 where id = ?2", now, session.id))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
        return touched.chain(() -> members.byId(new MemberId(session.memberId)))
                .map(member -> member.filter(Member::isActive));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
