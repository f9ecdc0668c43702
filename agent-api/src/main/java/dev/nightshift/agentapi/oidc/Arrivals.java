package dev.nightshift.agentapi.oidc;

import dev.nightshift.agentapi.audit.Act;
import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.AuditLog;
import dev.nightshift.agentapi.member.Members;
import dev.nightshift.agentapi.oidc.AdmitPerson.Verdict;
import dev.nightshift.agentapi.oidc.AdmitPerson.Verdict.Admitted;
import dev.nightshift.agentapi.signin.Browser;
import dev.nightshift.agentapi.signin.BrowserSessions;
import dev.nightshift.agentapi.signin.SignOutHints;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** People who come back from the provider: those who may come in get a browser session, the others a reason. */
@ApplicationScoped
class Arrivals {
    private final Members members;
    private final BrowserSessions sessions;
    private final SignOutHints hints;
    private final AuditLog audit;
    private final Pool pool;

    Arrivals(Members members, BrowserSessions sessions, SignOutHints hints, AuditLog audit, Pool pool) {
        this.members = members;
        this.sessions = sessions;
        this.hints = hints;
        this.audit = audit;
        this.pool = pool;
    }

    /** What became of it. */
    sealed interface Outcome {
        record SignedIn(NewCookie cookie) implements Outcome {}

        record TurnedAway(SignInError reason) implements Outcome {}
    }

    /** {@code idToken} is shown to the provider again when the person signs out. */
    Uni<Outcome> receive(Verdict verdict, Browser browser, @Nullable String idToken) {
        return switch (verdict) {
            case Admitted admitted ->
                members.ofIdentity(admitted.issuer(), admitted.subject(), admitted.profile())
                        .chain(member -> member.isPresent()
                                ? signIn(member.get(), browser, idToken)
                                : turnAway(
                                        SignInError.ACCOUNT_DISABLED,
                                        browser,
                                        admitted.profile().email()));
            case Verdict.Refused refused -> turnAway(refused.reason(), browser, refused.email());
        };
    }

    /** Writes the audit entry; {@code email} is the address that the provider gave. */
    Uni<Outcome> turnAway(SignInError reason, Browser browser, @Nullable String email) {
        Map<String, Object> detail = new HashMap<>(Map.of("way", "oidc", "reason", reason.code()));
        if (email != null) {
            detail.put("email", email);
        }
        return audit.write(Actor.anonymous(email, browser.address()), Act.refused("session.refused", null, detail))
                .replaceWith(new Outcome.TurnedAway(reason));
    }

    private Uni<Outcome> signIn(MemberCaller member, Browser browser, @Nullable String idToken) {
        return pool.withTransaction(transaction -> sessions.open(transaction, member, browser, "oidc")
                        .call(cookie -> idToken == null
                                ? Uni.createFrom().voidItem()
                                : hints.keep(transaction, cookie, idToken)))
                .map(Outcome.SignedIn::new);
    }
}
