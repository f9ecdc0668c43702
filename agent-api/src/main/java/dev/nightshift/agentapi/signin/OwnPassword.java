package dev.nightshift.agentapi.signin;

import dev.nightshift.agentapi.audit.Act;
import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.AuditLog;
import dev.nightshift.agentapi.member.ChangePassword;
import dev.nightshift.agentapi.member.Members;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/**
 * Changes a password for whoever knows the current one. Wrong ones are counted for the member alone: a browser left
 * open gives no endless guesses, and strangers cannot keep anybody from changing it.
 */
@ApplicationScoped
class OwnPassword {
    private final Members members;
    private final ChangePassword change;
    private final FailedSignIns failures;
    private final AuditLog audit;
    private final Pool pool;

    OwnPassword(Members members, ChangePassword change, FailedSignIns failures, AuditLog audit, Pool pool) {
        this.members = members;
        this.change = change;
        this.failures = failures;
        this.audit = audit;
        this.pool = pool;
    }

    Uni<Void> change(MemberCaller member, String current, String wanted, Actor by) {
        List<FailureKey> keys = List.of(FailureKey.member(member.memberId()));
        return failures.refuseTooMany(keys)
                .chain(() -> members.proves(member.memberId(), current))
                .chain(right -> right.isPresent()
                        ? failures.refuseTooMany(keys)
                                .chain(() -> change.own(right.get(), wanted, by))
                                .chain(() -> failures.forget(pool, keys))
                        : refused(member, keys, by));
    }

    private Uni<Void> refused(MemberCaller member, List<FailureKey> keys, Actor by) {
        Act.Target target = new Act.Target("member", member.memberId().toString(), member.name());
        return audit.write(by, Act.refused("password.changed", target, Map.of()))
                .chain(() -> failures.failed(keys))
                .chain(() ->
                        Uni.createFrom().failure(Problem.invalid("currentPassword", "is not the current password")));
    }
}
