package dev.nightshift.agentapi.member;

import dev.nightshift.contracts.MemberId;
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
import org.jspecify.annotations.Nullable;

/** Lists members, newest first. */
@ApplicationScoped
class FindMembers {
    private static final String COLUMNS =
            "id, username, name, email, role, state, max_agents, created_at, password_hash is not null as has_password";

    private static final String ONE = "select " + COLUMNS + " from members where id = $1 and state <> 'removed'";
    private static final String SQL = """
            select %s from members
            where state <> 'removed'
                and ($1::text is null or lower(name) like $1
                     or ($2 and (lower(username) like $1 or lower(email) like $1)))
                and ($3::text is null or role = $3) and ($4::text is null or state = $4)
                and ($5::timestamptz is null or (created_at, id) < ($5, $6))
            order by created_at desc, id desc limit $7""".formatted(COLUMNS);

    private final Pool pool;

    FindMembers(Pool pool) {
        this.pool = pool;
    }

    /** {@code allFields}: user name and e-mail are searched too. */
    record Filter(
            @Nullable String text,
            boolean allFields,
            @Nullable String role,
            @Nullable String state) {}

    /** One more than the page holds, where there are more. */
    Uni<List<MemberView>> find(Filter filter, PageRequest page) {
        PageRequest.Position after = page.after();
        Tuple values = Tuple.tuple()
                .addString(pattern(filter.text()))
                .addBoolean(filter.allFields())
                .addString(filter.role())
                .addString(filter.state())
                .addValue(after == null ? null : after.at().atOffset(ZoneOffset.UTC))
                .addUUID(after == null ? null : after.id())
                .addInteger(page.limit() + 1);
        return pool.preparedQuery(SQL)
                .execute(values)
                .map(rows -> rows.stream().map(FindMembers::read).toList());
    }

    /** Anybody who was not removed; 404 for everybody else. */
    static Uni<MemberView> one(SqlClient client, MemberId id) {
        return client.preparedQuery(ONE)
                .execute(Tuple.of(id.value()))
                .map(rows ->
                        rows.stream().findFirst().map(FindMembers::read).orElseThrow(() -> Problem.notFound("member")));
    }

    /** As {@link #one}, and nobody else changes the member until the transaction ends. */
    static Uni<MemberView> lock(SqlConnection transaction, MemberId id) {
        return transaction
                .preparedQuery("select id from members where id = $1 for update")
                .execute(Tuple.of(id.value()))
                .chain(() -> one(transaction, id));
    }

    private static MemberView read(Row row) {
        return new MemberView(
                row.getUUID("id"),
                row.getString("username"),
                row.getString("name"),
                row.getString("email"),
                row.getString("role"),
                row.getString("state"),
                row.getInteger("max_agents"),
                row.getBoolean("has_password"),
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
