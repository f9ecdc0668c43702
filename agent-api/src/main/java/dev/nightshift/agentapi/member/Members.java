package dev.nightshift.agentapi.member;

import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people here. */
@ApplicationScoped
public class Members implements PanacheRepositoryBase<Member, UUID> {
    /** The issuer of identities that the trusted proxy names. */
    public static final String PROXY = "proxy";

    private static final String CALLER =
            "select " + CallerColumns.SELECTED + " from members m where m.id = $1 and " + CallerColumns.ACTIVE;

    private static final String CONFIRM =
            "select 1 from members where id = $1 and state = 'active' and password_hash = $2 for share";

    /** Two nodes may start at once; the first to commit makes the admin. */
    private static final String INSERT_FIRST = """
            insert into members (id, username, name, role, state, password_hash, created_at)
            values ($1, $2, $3, 'admin', 'active', $4, $5) on conflict do nothing""";

    private final Pool pool;
    private final Passwords passwords;
    private final IdentifiedElsewhere identified;

    Members(Pool pool, Passwords passwords, IdentifiedElsewhere identified) {
        this.pool = pool;
        this.passwords = passwords;
        this.identified = identified;
    }

    /**
     * The person behind a request, with role and groups as of now; empty for one who is disabled, removed or unknown.
     * {@code credential}: {@code session:<id>} or {@code token:<id>}, absent where nothing can be revoked by itself.
     */
    public Uni<Optional<MemberCaller>> caller(MemberId id, @Nullable String credential) {
        return pool.preparedQuery(CALLER)
                .execute(Tuple.of(id.value()))
                .map(rows -> rows.stream().findFirst().map(row -> CallerColumns.read(row, credential)));
    }

    /**
     * The member who is {@code subject} at {@code issuer}, made at the first sign-in and brought to what the profile
     * says at each; empty for one who is disabled. With the issuer {@link #PROXY} an existing account with exactly this
     * user name is taken; any other provider never takes over an account, whatever name or e-mail it gives.
     */
    public Uni<Optional<MemberCaller>> ofIdentity(String issuer, String subject, Profile profile) {
        return identified.member(new IdentifiedElsewhere.Identity(issuer, subject), profile);
    }

    /** Whoever has the id, disabled ones too; empty for removed ones. */
    public Uni<Optional<Member>> byId(MemberId id) {
        return Panache.withSession(
                        () -> find("id = ?1 and state <> 'removed'", id.value()).firstResult())
                .map(Optional::ofNullable);
    }

    /** The active member with this name and password, or empty; as slow for an unknown name as for a wrong password. */
    public Uni<Optional<RightPassword>> signIn(String username, String password) {
        return Panache.withSession(
                        () -> find("lower(username) = ?1 and state <> 'removed'", username.toLowerCase(Locale.ROOT))
                                .firstResult())
                .chain(member -> right(member, password));
    }

    /** As {@link #signIn}, for somebody who is here already. */
    public Uni<Optional<RightPassword>> proves(MemberId id, String password) {
        return byId(id).chain(found -> right(found.orElse(null), password));
    }

    private Uni<Optional<RightPassword>> right(@Nullable Member member, String password) {
        String hash = member == null ? null : member.passwordHash;
        return passwords
                .matches(password, hash)
                .chain(right -> right && member != null && hash != null
                        ? caller(member.memberId(), null)
                                .map(caller -> caller.map(active -> new RightPassword(active, hash)))
                        : Uni.createFrom().item(Optional.empty()));
    }

    /**
     * Fails with 401 when the password was changed or the member left after it was checked; until the transaction ends,
     * neither happens.
     */
    public static Uni<Void> confirm(SqlConnection transaction, RightPassword right) {
        return transaction
                .preparedQuery(CONFIRM)
                .execute(Tuple.of(right.caller().memberId().value(), right.hash()))
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.unauthorized();
                    }
                })
                .replaceWithVoid();
    }

    public Uni<Boolean> hasUsername(MemberId id, String username) {
        return pool.preparedQuery("select 1 from members where id = $1 and lower(username) = $2")
                .execute(Tuple.of(id.value(), username.toLowerCase(Locale.ROOT)))
                .map(rows -> rows.size() > 0);
    }

    Uni<Boolean> isEmpty() {
        return pool.query("select not exists (select 1 from members) as empty")
                .execute()
                .map(rows -> rows.iterator().next().getBoolean("empty"));
    }

    Uni<Void> addFirst(MemberId id, String username, String password, Instant now) {
        return passwords
                .hash(password)
                .chain(hash -> pool.preparedQuery(INSERT_FIRST)
                        .execute(Tuple.of(id.value(), username, "Administrator", hash, now.atOffset(ZoneOffset.UTC))))
                .replaceWithVoid();
    }
}
