package dev.nightshift.agentapi.member;

import dev.nightshift.contracts.MemberId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The members table. */
@ApplicationScoped
public class Members implements PanacheRepositoryBase<Member, UUID> {
    /** Two nodes may start at once; the first to commit makes the admin. */
    private static final String INSERT_FIRST = """
            insert into members (id, username, name, role, state, password_hash, created_at)
            values ($1, $2, $3, 'admin', 'active', $4, $5) on conflict do nothing""";

    private final Pool pool;
    private final Passwords passwords;

    Members(Pool pool, Passwords passwords) {
        this.pool = pool;
        this.passwords = passwords;
    }

    public Uni<Optional<Member>> byId(MemberId id) {
        return Panache.withSession(() -> findById(id.value())).map(Optional::ofNullable);
    }

    /** The active member with this name and password, or empty; as slow for an unknown name as for a wrong password. */
    public Uni<Optional<Member>> signIn(String username, String password) {
        return Panache.withSession(() -> find("lower(username)", username.toLowerCase(Locale.ROOT))
                        .firstResult())
                .chain(member -> passwords
                        .matches(password, member == null ? null : member.passwordHash)
                        .map(right -> right && member.isActive() ? Optional.of(member) : Optional.<Member>empty()));
    }

    /** Members whose name or user name contains the text, by name; at most {@code limit}. */
    Uni<List<Member>> search(String text, int limit) {
        String pattern = "%"
                + text.toLowerCase(Locale.ROOT)
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_") + "%";
        return Panache.withSession(() -> {
            PanacheQuery<Member> found = find(
                    "state = 'active' and (lower(name) like ?1 escape '\\' or lower(username) like ?1 escape '\\')"
                            + " order by name, id",
                    pattern);
            return found.page(Page.ofSize(limit)).list();
        });
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
