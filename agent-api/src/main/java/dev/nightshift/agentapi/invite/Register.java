package dev.nightshift.agentapi.invite;

import dev.nightshift.agentapi.audit.Act;
import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.AuditLog;
import dev.nightshift.agentapi.member.NewMember;
import dev.nightshift.agentapi.member.Passwords;
import dev.nightshift.agentapi.signin.Browser;
import dev.nightshift.agentapi.signin.BrowserSessions;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Makes an account for somebody who was invited. The invite is used up by a registration that succeeds, and by no other. */
@ApplicationScoped
class Register {
    private final Invites invites;
    private final Passwords passwords;
    private final BrowserSessions sessions;
    private final AuditLog audit;
    private final Pool pool;

    Register(Invites invites, Passwords passwords, BrowserSessions sessions, AuditLog audit, Pool pool) {
        this.invites = invites;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
        this.pool = pool;
    }

    /** The new account. */
    @Schema(name = "RegisteredMember")
    record Registered(
            @Schema(required = true) UUID id,
            @Schema(required = true) String username,
            @Schema(required = true) String name,
            @Nullable String email,

            @Schema(
                    required = true,
                    enumeration = {"member", "admin"})
            String role,

            @Schema(
                    required = true,
                    enumeration = {"active", "disabled"})
            String state) {}

    /** The new account and the cookie that it is signed in with. */
    record Arrival(Registered member, NewCookie cookie) {}

    /** 404 or 409 with a type of its own for an invite that lets nobody in; 409 for a user name that is taken. */
    Uni<Arrival> register(Registration given, Browser browser) {
        return invites.open(given.invite())
                .chain(() -> pool.withTransaction(transaction -> Invites.take(transaction, given.invite())
                        .chain(invite -> arrive(transaction, invite, given)
                                .chain(member -> signIn(transaction, invite, member, browser)))));
    }

    /** The slow hash comes last: of many with the same invite or name only the one that gets in is worth it. */
    private Uni<Registered> arrive(SqlConnection transaction, Invite invite, Registration given) {
        MemberId id = MemberId.next();
        NewMember.Account account =
                new NewMember.Account(given.username(), given.name(), invite.email(), invite.role());
        return NewMember.add(transaction, id, account)
                .invoke(added -> {
                    if (!added) {
                        throw Problem.conflict(
                                "The user name " + given.username() + " is taken, or looks like one that is.");
                    }
                })
                .chain(() -> Invites.use(transaction, invite.id(), id))
                .chain(() -> passwords.hash(given.password()))
                .chain(hash -> NewMember.setPassword(transaction, id, hash))
                .replaceWith(new Registered(
                        id.value(), given.username(), given.name(), invite.email(), invite.role(), "active"));
    }

    private Uni<Arrival> signIn(SqlConnection transaction, Invite invite, Registered member, Browser browser) {
        MemberCaller caller = new MemberCaller(
                new MemberId(member.id()), member.name(), member.role().equals("admin"), Set.of());
        Act.Target target = new Act.Target("member", member.id().toString(), member.name());
        Act act = Act.done(
                "member.registered",
                target,
                Map.of("invite", invite.id().toString(), "username", member.username(), "role", member.role()));
        return audit.write(transaction, Actor.of(caller, browser.address()), act)
                .chain(() -> sessions.open(transaction, caller, browser, "invite"))
                .map(cookie -> new Arrival(member, cookie));
    }
}
