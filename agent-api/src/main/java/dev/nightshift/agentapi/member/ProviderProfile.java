package dev.nightshift.agentapi.member;

import dev.nightshift.agentapi.audit.Act;
import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.AuditLog;
import dev.nightshift.contracts.Uuids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Brings a member's name, e-mail, role and provider groups to what the provider says now. */
@ApplicationScoped
class ProviderProfile {
    private static final String WORDS = """
            update members set name = coalesce($2, name), email = coalesce($3, email)
            where id = $1 and (name is distinct from coalesce($2, name) or email is distinct from coalesce($3, email))""";
    private static final String ROLE =
            "update members set role = $2 where id = $1 and role <> $2 and state = 'active' returning id, name";
    private static final String MAKE_GROUPS = """
            insert into groups (id, name, origin, issuer)
            select * from unnest($1::uuid[], $2::text[]) as new(id, name), (values ('provider', $3::text)) as o(origin, issuer)
            on conflict do nothing""";
    private static final String JOIN = """
            insert into group_members (group_id, member_id)
            select id, $1 from groups where issuer = $2 and name = any($3) on conflict do nothing""";
    private static final String LEAVE = """
            delete from group_members x using groups g
            where g.id = x.group_id and x.member_id = $1 and g.issuer = $2 and g.name <> all($3)""";

    private final Admins admins;
    private final AuditLog audit;

    ProviderProfile(Admins admins, AuditLog audit) {
        this.admins = admins;
        this.audit = audit;
    }

    Uni<Void> apply(SqlConnection transaction, UUID member, String issuer, Profile profile) {
        return role(transaction, member, profile.admin())
                .chain(() ->
                        transaction.preparedQuery(WORDS).execute(Tuple.of(member, profile.name(), profile.email())))
                .chain(() -> groups(transaction, member, issuer, profile.groups()));
    }

    private Uni<Void> groups(SqlConnection transaction, UUID member, String issuer, @Nullable Set<String> said) {
        if (said == null) {
            return Uni.createFrom().voidItem();
        }
        String[] names = said.stream().sorted().toArray(String[]::new);
        UUID[] ids = said.stream().map(name -> Uuids.v7()).toArray(UUID[]::new);
        return transaction
                .preparedQuery(MAKE_GROUPS)
                .execute(Tuple.of(ids, names, issuer))
                .chain(() -> transaction.preparedQuery(JOIN).execute(Tuple.of(member, issuer, names)))
                .chain(() -> transaction.preparedQuery(LEAVE).execute(Tuple.of(member, issuer, names)))
                .replaceWithVoid();
    }

    /** The last admin stays one, whatever the provider says: nobody else could put it right. */
    private Uni<Void> role(SqlConnection transaction, UUID member, @Nullable Boolean admin) {
        if (admin == null) {
            return Uni.createFrom().voidItem();
        }
        Uni<Boolean> may = admin ? Uni.createFrom().item(true) : admins.anotherIsThere(transaction, member);
        return admins.lock(transaction)
                .chain(() -> may)
                .chain(allowed -> allowed
                        ? set(transaction, member, admin)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> set(SqlConnection transaction, UUID member, boolean admin) {
        return transaction
                .preparedQuery(ROLE)
                .execute(Tuple.of(member, admin ? "admin" : "member"))
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : audit.write(
                                transaction,
                                Actor.system(),
                                changed(rows.iterator().next(), admin)));
    }

    private static Act changed(Row member, boolean admin) {
        return Act.done(
                admin ? "member.promoted" : "member.demoted",
                new Act.Target("member", member.getUUID("id").toString(), member.getString("name")),
                Map.of("by", "provider"));
    }
}
