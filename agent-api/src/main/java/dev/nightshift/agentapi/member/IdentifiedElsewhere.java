package dev.nightshift.agentapi.member;

import dev.nightshift.agentapi.audit.Act;
import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.AuditLog;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Members by what they are elsewhere. Usually one statement: the member is known and the profile says nothing new. A
 * first sign-in makes the member, once, even when several requests come at the same time.
 */
@ApplicationScoped
class IdentifiedElsewhere {
    private static final String FIND = """
            select %s, m.state, m.username, m.email,
                array(select g.name from group_members x join groups g on g.id = x.group_id
                      where x.member_id = m.id and g.issuer = i.issuer) as provider_groups
            from member_identities i join members m on m.id = i.member_id
            where i.issuer = $1 and i.subject = $2""".formatted(CallerColumns.SELECTED);
    private static final String ONE_AT_A_TIME =
            "select pg_advisory_xact_lock(hashtextextended($1::text || chr(10) || $2::text, 0))";
    private static final String LINK = "insert into member_identities (issuer, subject, member_id) values ($1, $2, $3)";
    private static final String EXISTING = "select id from members where username = $1 and state <> 'removed'";
    private static final String INSERT = """
            insert into members (id, username, name, email, role, state, created_at)
            values ($1, $2, $3, $4, 'member', 'active', now()) on conflict do nothing""";

    private final Pool pool;
    private final AuditLog audit;
    private final ProviderProfile profiles;

    IdentifiedElsewhere(Pool pool, AuditLog audit, ProviderProfile profiles) {
        this.pool = pool;
        this.audit = audit;
        this.profiles = profiles;
    }

    /** Who somebody is there. */
    record Identity(String issuer, String subject) {}

    /** The active member, made or brought up to date if need be; empty when disabled. */
    Uni<Optional<MemberCaller>> member(Identity identity, Profile profile) {
        return find(pool, identity)
                .chain(known -> known.isPresent() && isNoNews(known.get(), profile)
                        ? Uni.createFrom().item(caller(known))
                        : pool.withTransaction(transaction -> change(transaction, identity, profile)));
    }

    private Uni<Optional<MemberCaller>> change(SqlConnection transaction, Identity identity, Profile profile) {
        return transaction
                .preparedQuery(ONE_AT_A_TIME)
                .execute(values(identity))
                .chain(() -> find(transaction, identity))
                .chain(known -> known.isPresent()
                        ? Uni.createFrom().item(known.get().id())
                        : link(transaction, identity, profile))
                .call(id -> profiles.apply(transaction, id, identity.issuer(), profile))
                .chain(() -> find(transaction, identity))
                .map(IdentifiedElsewhere::caller);
    }

    private Uni<UUID> link(SqlConnection transaction, Identity identity, Profile profile) {
        Uni<Optional<UUID>> taken = identity.issuer().equals(Members.PROXY)
                ? existing(transaction, profile.username())
                : Uni.createFrom().item(Optional.empty());
        return taken.chain(id -> id.map(Uni.createFrom()::item).orElseGet(() -> make(transaction, profile)))
                .call(id ->
                        transaction.preparedQuery(LINK).execute(values(identity).addUUID(id)));
    }

    private static Uni<Optional<UUID>> existing(SqlConnection transaction, String username) {
        return transaction
                .preparedQuery(EXISTING)
                .execute(Tuple.of(username))
                .map(rows -> rows.stream().findFirst().map(row -> row.getUUID("id")));
    }

    /** A user name that is taken, or looks like one that is, gets the end of the id behind it. */
    private Uni<UUID> make(SqlConnection transaction, Profile profile) {
        UUID id = MemberId.next().value();
        String text = id.toString();
        String other = profile.username() + "-" + text.substring(text.length() - 6);
        return insert(transaction, id, profile.username(), profile)
                .chain(made -> made ? Uni.createFrom().item(true) : insert(transaction, id, other, profile))
                .call(() -> audit.write(
                        transaction,
                        Actor.system(),
                        Act.done("member.created", target(id, profile), Map.of("username", profile.username()))))
                .replaceWith(id);
    }

    private static Act.Target target(UUID id, Profile profile) {
        return new Act.Target("member", id.toString(), shownName(profile));
    }

    private static Uni<Boolean> insert(SqlConnection transaction, UUID id, String username, Profile profile) {
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.of(id, username, shownName(profile), profile.email()))
                .map(rows -> rows.rowCount() == 1);
    }

    private static String shownName(Profile profile) {
        return profile.name() == null ? profile.username() : profile.name();
    }

    private static Uni<Optional<Known>> find(SqlClient client, Identity identity) {
        return client.preparedQuery(FIND)
                .execute(values(identity))
                .map(rows -> rows.stream().findFirst().map(IdentifiedElsewhere::read));
    }

    /** What is stored of somebody. */
    private record Known(UUID id, boolean active, MemberCaller caller, Profile profile) {}

    private static Known read(Row row) {
        MemberCaller caller = CallerColumns.read(row, null);
        Set<String> groups = Set.of(row.getArrayOfStrings("provider_groups"));
        Profile profile =
                new Profile(row.getString("username"), caller.name(), row.getString("email"), groups, caller.admin());
        boolean active = row.getString("state").equals("active");
        return new Known(caller.memberId().value(), active, caller, profile);
    }

    private static Tuple values(Identity identity) {
        return Tuple.of(identity.issuer(), identity.subject());
    }

    private static boolean isNoNews(Known known, Profile said) {
        Profile has = known.profile();
        return !known.active()
                || ((said.name() == null || said.name().equals(has.name()))
                        && (said.email() == null || said.email().equals(has.email()))
                        && (said.groups() == null || said.groups().equals(has.groups()))
                        && (said.admin() == null || said.admin().equals(has.admin())));
    }

    private static Optional<MemberCaller> caller(Optional<Known> known) {
        return known.filter(Known::active).map(Known::caller);
    }
}
