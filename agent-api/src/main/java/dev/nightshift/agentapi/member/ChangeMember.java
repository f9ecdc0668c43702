package dev.nightshift.agentapi.member;

import dev.nightshift.agentapi.audit.Act;
import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.AuditLog;
import dev.nightshift.contracts.MemberId;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Changes a member, and whatever hangs on being here and being an admin. */
@ApplicationScoped
class ChangeMember {
    private static final String UPDATE =
            "update members set name = $2, email = $3, role = $4, state = $5, max_agents = $6 where id = $1";

    private final Pool pool;
    private final Admins admins;
    private final AuditLog audit;
    private final List<MemberDepartures> departures;

    ChangeMember(Pool pool, Admins admins, AuditLog audit, @All List<MemberDepartures> departures) {
        this.pool = pool;
        this.admins = admins;
        this.audit = audit;
        this.departures = departures;
    }

    /** 404 for nobody; 409 when the last active admin would be none any more. */
    Uni<MemberView> change(MemberId id, UnaryOperator<MemberView> patch, Actor by) {
        return pool.withTransaction(transaction -> admins.lock(transaction)
                .chain(() -> FindMembers.lock(transaction, id))
                .map(before -> new MemberChange(before, patch.apply(before)))
                .call(change -> apply(transaction, change, by))
                .map(MemberChange::after));
    }

    private Uni<Void> apply(SqlConnection transaction, MemberChange change, Actor by) {
        MemberView after = change.after();
        Uni<Void> allowed = change.takesAnAdminAway()
                ? admins.requireAnother(transaction, after.id())
                : Uni.createFrom().voidItem();
        Tuple values = Tuple.of(after.id(), after.name(), after.email(), after.role(), after.state())
                .addInteger(after.maxAgents());
        return allowed.chain(() -> transaction.preparedQuery(UPDATE).execute(values))
                .chain(() -> change.disables()
                        ? left(transaction, after)
                        : Uni.createFrom().voidItem())
                .chain(() -> InTurn.each(change.acts(), act -> audit.write(transaction, by, done(act, after))));
    }

    private Uni<Void> left(SqlConnection transaction, MemberView member) {
        return InTurn.each(
                departures,
                part -> part.left(transaction, new MemberId(member.id()), MemberDepartures.Reason.DISABLED));
    }

    private static Act done(String action, MemberView member) {
        return Act.done(action, new Act.Target("member", member.id().toString(), member.name()), Map.of());
    }
}
