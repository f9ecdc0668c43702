package dev.nightshift.agentapi.group;

import dev.nightshift.agentapi.audit.Act;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The groups table. */
@ApplicationScoped
class Groups {
    private static final String SELECT = """
            select g.id, g.name, g.origin, g.created_at,
                (select count(*) from group_members x where x.group_id = g.id) as member_count
            from groups g
            """;
    private static final String LIST = SELECT + """
            where ($1::text is null or lower(g.name) like $1)
                and ($2::timestamptz is null or (g.created_at, g.id) < ($2, $3))
            order by g.created_at desc, g.id desc limit $4""";
    private static final String INSERT = """
            insert into groups (id, name, origin) values ($1, $2, 'local') on conflict do nothing""";
    private static final String RENAME = """
            update groups set name = $2 where id = $1
                and not exists (select 1 from groups o where o.origin = 'local' and o.id <> $1 and lower(o.name) = lower($2))""";

    private final Pool pool;

    Groups(Pool pool) {
        this.pool = pool;
    }

    /** One more than the page holds, where there are more; newest first. */
    Uni<List<GroupView>> list(@Nullable String text, PageRequest page) {
        PageRequest.Position after = page.after();
        Tuple values = Tuple.tuple()
                .addString(pattern(text))
                .addValue(after == null ? null : after.at().atOffset(ZoneOffset.UTC))
                .addUUID(after == null ? null : after.id())
                .addInteger(page.limit() + 1);
        return pool.preparedQuery(LIST)
                .execute(values)
                .map(rows -> rows.stream().map(Groups::read).toList());
    }

    /** 404 when there is none. */
    Uni<GroupView> byId(UUID id) {
        return byId(pool, id);
    }

    /** 409 when the name is taken. */
    static Uni<GroupView> insert(SqlConnection transaction, UUID id, String name) {
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.of(id, name))
                .invoke(rows -> requireFree(rows.rowCount(), name))
                .chain(() -> byId(transaction, id));
    }

    /** A group that is kept here, not at the provider, and that nobody else changes until the transaction ends. */
    static Uni<GroupView> lock(SqlConnection transaction, UUID id) {
        return transaction
                .preparedQuery("select 1 from groups where id = $1 for update")
                .execute(Tuple.of(id))
                .chain(() -> byId(transaction, id))
                .invoke(group -> {
                    if ("provider".equals(group.origin())) {
                        throw Problem.conflict("The identity provider says who is in this group; change it there.");
                    }
                });
    }

    static Uni<Void> rename(SqlConnection transaction, UUID id, String name) {
        return transaction
                .preparedQuery(RENAME)
                .execute(Tuple.of(id, name))
                .invoke(rows -> requireFree(rows.rowCount(), name))
                .replaceWithVoid();
    }

    static Uni<Void> delete(SqlConnection transaction, UUID id) {
        return transaction
                .preparedQuery("delete from groups where id = $1")
                .execute(Tuple.of(id))
                .replaceWithVoid();
    }

    static Act.Target target(GroupView group) {
        return new Act.Target("group", group.id().toString(), group.name());
    }

    private static void requireFree(int changed, String name) {
        if (changed == 0) {
            throw Problem.conflict("There is a group named " + name + " already.");
        }
    }

    private static Uni<GroupView> byId(SqlClient client, UUID id) {
        return client.preparedQuery(SELECT + "where g.id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().findFirst().map(Groups::read).orElseThrow(() -> Problem.notFound("group")));
    }

    private static GroupView read(Row row) {
        return new GroupView(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("origin"),
                row.getLong("member_count"),
                row.getOffsetDateTime("created_at").toInstant());
    }

    private static @Nullable String pattern(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String escaped = text.strip()
                .toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return "%" + escaped + "%";
    }
}
