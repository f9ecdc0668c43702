package dev.nightshift.agentapi.group;

import dev.nightshift.agentapi.audit.Act;
import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.AuditLog;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is in which group. It counts with the member's next request. */
@ApplicationScoped
class GroupMembers {
    private static final String LIST = """
            select m.id, m.name, x.added_at from group_members x join members m on m.id = x.member_id
            where x.group_id = $1 and ($2::timestamptz is null or (x.added_at, m.id) < ($2, $3))
            order by x.added_at desc, m.id desc limit $4""";
    private static final String ADD =
            "insert into group_members (group_id, member_id) values ($1, $2) on conflict do nothing";
    private static final String REMOVE = "delete from group_members where group_id = $1 and member_id = $2";

    private final Pool pool;
    private final Groups groups;
    private final AuditLog audit;

    GroupMembers(Pool pool, Groups groups, AuditLog audit) {
        this.pool = pool;
        this.groups = groups;
        this.audit = audit;
    }

    /** A member in a group, and since when. */
    @Schema(name = "GroupMember")
    record GroupMember(
            @Schema(required = true) UUID id,
            @Schema(required = true) String name,
            @Schema(required = true) Instant addedAt) {}

    /** One more than the page holds, where there are more; whoever came last is first. */
    Uni<List<GroupMember>> list(UUID group, PageRequest page) {
        PageRequest.Position after = page.after();
        Tuple values = Tuple.tuple()
                .addUUID(group)
                .addValue(after == null ? null : after.at().atOffset(ZoneOffset.UTC))
                .addUUID(after == null ? null : after.id())
                .addInteger(page.limit() + 1);
        return groups.byId(group)
                .chain(() -> pool.preparedQuery(LIST).execute(values))
                .map(rows -> rows.stream().map(GroupMembers::read).toList());
    }

    /** Nothing happens when the member is in it already. */
    Uni<Void> add(UUID group, UUID member, Actor by) {
        return pool.withTransaction(transaction -> Groups.lock(transaction, group)
                .chain(found -> name(transaction, member)
                        .chain(name -> transaction
                                .preparedQuery(ADD)
                                .execute(Tuple.of(group, member))
                                .chain(rows -> rows.rowCount() == 0
                                        ? Uni.createFrom().voidItem()
                                        : audit.write(
                                                transaction, by, act("group.member_added", found, member, name))))));
    }

    /** 404 when the member is not in it. */
    Uni<Void> remove(UUID group, UUID member, Actor by) {
        return pool.withTransaction(transaction -> Groups.lock(transaction, group)
                .chain(found -> name(transaction, member)
                        .chain(name -> transaction
                                .preparedQuery(REMOVE)
                                .execute(Tuple.of(group, member))
                                .chain(rows -> rows.rowCount() == 0
                                        ? Uni.createFrom().failure(Problem.notFound("member in this group"))
                                        : audit.write(
                                                transaction, by, act("group.member_removed", found, member, name))))));
    }

    /** Held against removal meanwhile. */
    private static Uni<String> name(SqlConnection transaction, UUID member) {
        return transaction
                .preparedQuery("select name from members where id = $1 and state <> 'removed' for share")
                .execute(Tuple.of(member))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> row.getString("name"))
                        .orElseThrow(() -> Problem.notFound("member")));
    }

    private static Act act(String action, GroupView group, UUID member, String name) {
        return Act.done(action, Groups.target(group), Map.of("memberId", member.toString(), "memberName", name));
    }

    private static GroupMember read(Row row) {
        return new GroupMember(
                row.getUUID("id"),
                row.getString("name"),
                row.getOffsetDateTime("added_at").toInstant());
    }
}
