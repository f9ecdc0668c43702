package dev.nightshift.agentapi.member;

import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a statement must select to know the person behind a request as of now: the member, the role and the groups. The
 * statement names the members table {@code m} and keeps to {@link #ACTIVE}.
 */
public final class CallerColumns {
    public static final String SELECTED = """
            m.id as member_id, m.name as member_name, m.role as member_role,
            array(select gm.group_id from group_members gm where gm.member_id = m.id) as member_groups""";

    /** Nobody else sends requests. */
    public static final String ACTIVE = "m.state = 'active'";

    private CallerColumns() {}

    /** {@code credential}: what the person came with, where it can be revoked by itself. */
    public static MemberCaller read(Row row, @Nullable String credential) {
        return new MemberCaller(
                new MemberId(row.getUUID("member_id")),
                row.getString("member_name"),
                row.getString("member_role").equals("admin"),
                Set.of(row.getArrayOfUUIDs("member_groups")),
                credential);
    }
}
