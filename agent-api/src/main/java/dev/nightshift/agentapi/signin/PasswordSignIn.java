package dev.nightshift.agentapi.signin;

import dev.nightshift.agentapi.audit.Act;
import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.AuditLog;
import dev.nightshift.agentapi.member.Members;
import dev.nightshift.agentapi.member.RightPassword;
import dev.nightshift.agentapi.naming.VisibleText;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signs people in by user name and password. What it answers, and how long that takes, tells nobody who has an account. */
@ApplicationScoped
class PasswordSignIn {
    private static final int LONGEST_NAME = 100;

    private final Members members;
    private final BrowserSessions sessions;
    private final FailedSignIns failures;
    private final AuditLog audit;
    private final Pool pool;

    PasswordSignIn(Members members, BrowserSessions sessions, FailedSignIns failures, AuditLog audit, Pool pool) {
        this.members = members;
        this.sessions = sessions;
        this.failures = failures;
        this.audit = audit;
        this.pool = pool;
    }

    /** What somebody typed. */
    record Credentials(String username, String password) {
        /** The user name for the audit log, whatever was typed there. */
        String shownName() {
            return VisibleText.cleaned(username, LONGEST_NAME);
        }
    }

    /** The new cookie; fails with 401 for any wrong pair, and with 429 after too many. */
    Uni<NewCookie> signIn(Credentials given, Browser browser) {
        return keys(given, browser)
                .chain(keys -> failures.refuseTooMany(keys)
                        .chain(() -> members.signIn(given.username(), given.password()))
                        .chain(found -> found.isPresent()
                                ? succeeded(found.get(), browser, keys)
                                : refused(given, browser, keys)));
    }

    /** Somebody who is signed in to the account already is not stopped by what others try. */
    private Uni<List<FailureKey>> keys(Credentials given, Browser browser) {
        Uni<Optional<MemberCaller>> here =
                browser.cookie() == null ? Uni.createFrom().item(Optional.empty()) : sessions.caller(browser.cookie());
        return here.chain(caller -> caller.isPresent()
                        ? members.hasUsername(caller.get().memberId(), given.username())
                                .map(same -> same ? caller : Optional.<MemberCaller>empty())
                        : Uni.createFrom().item(caller))
                .map(holder -> holder.map(who -> List.of(FailureKey.member(who.memberId())))
                        .orElseGet(() -> strangersKeys(given, browser)));
    }

    private static List<FailureKey> strangersKeys(Credentials given, Browser browser) {
        List<FailureKey> keys = new ArrayList<>(List.of(FailureKey.account(given.username())));
        if (browser.address() != null) {
            keys.add(FailureKey.address(browser.address()));
        }
        return keys;
    }

    private Uni<NewCookie> succeeded(RightPassword right, Browser browser, List<FailureKey> keys) {
        return failures.refuseTooMany(keys)
                .chain(() -> pool.withTransaction(transaction -> members.confirm(transaction, right)
                        .chain(() -> failures.forget(transaction, keys))
                        .chain(() -> sessions.open(transaction, right.caller(), browser, "password"))));
    }

    private Uni<NewCookie> refused(Credentials given, Browser browser, List<FailureKey> keys) {
        Actor somebody = Actor.anonymous(given.shownName(), browser.address());
        return audit.write(somebody, Act.refused("session.refused", null, Map.of("way", "password")))
                .chain(() -> failures.failed(keys))
                .chain(() -> Uni.createFrom().failure(Problem.unauthorized()));
    }
}
