package dev.nightshift.collab.session;

import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sessions as a member sees them: only their own and, for an admin, those of org agents. */
@ApplicationScoped
public class VisibleSessions {
    private final Pool pool;
    private final Sessions sessions;
    private final AskAgentApi agentApi;
    private final boolean enabled;

    VisibleSessions(
            Pool pool,
            Sessions sessions,
            AskAgentApi agentApi,
            @ConfigProperty(name = "agents.enabled") boolean enabled) {
        this.pool = pool;
        this.sessions = sessions;
        this.agentApi = agentApi;
        this.enabled = enabled;
    }

    /**
     * The session and what the member is to it. A session that only agent-api knows is created empty. Fails as 404 where
     * it does not exist or must not be seen, and as 503 where that cannot be found out.
     */
    public Uni<VisibleSession> require(MemberCaller member, SessionId id) {
        if (!enabled) {
            return Uni.createFrom().failure(Problem.notFound("session"));
        }
        return sessions.find(pool, id)
                .chain(found -> found.isPresent() ? Uni.createFrom().item(found) : discover(id))
                .map(found -> found.flatMap(session -> seenBy(member.memberId(), member.admin(), session))
                        .orElseThrow(() -> Problem.notFound("session")));
    }

    /** As {@link #require}, for an id as it was sent. */
    public Uni<VisibleSession> require(MemberCaller member, String id) {
        try {
            return require(member, SessionId.of(id));
        } catch (IllegalArgumentException e) {
            return Uni.createFrom().failure(Problem.notFound("session"));
        }
    }

    Uni<SessionPage> list(MemberCaller member, PageRequest page) {
        if (!enabled) {
            return Uni.createFrom().failure(Problem.notFound("page"));
        }
        return sessions.visible(pool, member.memberId(), member.admin(), page)
                .map(found -> SessionPage.of(
                        found.stream()
                                .flatMap(s -> seenBy(member.memberId(), member.admin(), s).stream())
                                .toList(),
                        page.limit()));
    }

    private Uni<Optional<Session>> discover(SessionId id) {
        return agentApi.about(id)
                .chain(origin -> origin.isEmpty()
                        ? Uni.createFrom().item(Optional.<Session>empty())
                        : sessions.create(pool, id, origin.get(), null).chain(() -> sessions.find(pool, id)));
    }

    private static Optional<VisibleSession> seenBy(MemberId member, boolean admin, Session session) {
        return SessionAccess.role(member, admin, session.origin())
                .map(role -> new VisibleSession(session, role, admin));
    }
}
