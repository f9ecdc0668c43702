package dev.nightshift.agentapi.member;

import dev.nightshift.agentapi.audit.Act;
import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.AuditLog;
import dev.nightshift.agentapi.member.MemberDepartures.Reason;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.problem.Problem;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Removes a member for good. Only the name stays, for the history: password, e-mail, sessions, tokens, identities and
 * group memberships go, the user name is free again, and the member's agents stop unless somebody gets them.
 */
@ApplicationScoped
class RemoveMember {
    private static final List<String> TRACES = List.of(
            "delete from member_identities where member_id = $1",
            "delete from group_members where member_id = $1",
            "update members set state = 'removed', password_hash = null, email = null where id = $1");

    private final Pool pool;
    private final Admins admins;
    private final AuditLog audit;
    private final List<MemberDepartures> departures;
    private final List<MemberBelongings> belongings;

    RemoveMember(
            Pool pool,
            Admins admins,
            AuditLog audit,
            @All List<MemberDepartures> departures,
            @All List<MemberBelongings> belongings) {
        this.pool = pool;
        this.admins = admins;
        this.audit = audit;
        this.departures = departures;
        this.belongings = belongings;
    }

    /** {@code heir} gets the agents. 404 for nobody; 409 for the last active admin; 400 for an heir who is not active. */
    Uni<Void> remove(MemberId id, @Nullable MemberId heir, Actor by) {
        return pool.withTransaction(transaction -> admins.lock(transaction)
                .chain(() -> FindMembers.lock(transaction, id))
                .call(member -> requireAnotherAdmin(transaction, member))
                .call(() -> handOver(transaction, id, heir, by))
                .call(() -> InTurn.each(departures, part -> part.left(transaction, id, Reason.REMOVED)))
                .call(() -> InTurn.each(
                        TRACES,
                        sql -> transaction
                                .preparedQuery(sql)
                                .execute(Tuple.of(id.value()))
                                .replaceWithVoid()))
                .chain(member -> audit.write(transaction, by, removed(member, heir))));
    }

    private Uni<Void> requireAnotherAdmin(SqlConnection transaction, MemberView member) {
        return "admin".equals(member.role()) && "active".equals(member.state())
                ? admins.requireAnother(transaction, member.id())
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> handOver(SqlConnection transaction, MemberId id, @Nullable MemberId heir, Actor by) {
        if (heir == null) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery("select 1 from members where id = $1 and state = 'active' for share")
                .execute(Tuple.of(heir.value()))
                .invoke(found -> {
                    if (found.size() == 0 || heir.equals(id)) {
                        throw Problem.invalid("handOverTo", "is not the id of another active member");
                    }
                })
                .chain(() -> InTurn.each(belongings, part -> part.handOver(transaction, id, heir, by)));
    }

    private static Act removed(MemberView member, @Nullable MemberId heir) {
        return Act.done(
                "member.removed",
                new Act.Target("member", member.id().toString(), member.name()),
                heir == null ? Map.of() : Map.of("handedOverTo", heir.toString()));
    }
}
