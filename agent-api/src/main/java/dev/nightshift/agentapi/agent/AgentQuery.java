package dev.nightshift.agentapi.agent;

import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A list of the agents whose card the caller may see, newest first, and one more than the page holds. Filters that are
 * absent are not in the statement, and the number of rows stands in it, so that its plan knows them.
 */
final class AgentQuery {
    private static final String TEXT = " and (lower(a.settings->>'name') like $n escape '\\'"
            + " or lower(coalesce(a.settings->>'description', '')) like $n escape '\\')";

    private final MemberCaller caller;
    private final Agents.Filter filter;
    private final PageRequest page;

    AgentQuery(MemberCaller caller, Agents.Filter filter, PageRequest page) {
        this.caller = caller;
        this.filter = filter;
        this.page = page;
    }

    String sql() {
        StringBuilder sql = new StringBuilder(Agents.SELECT).append(" where a.deleted_at is null");
        int next = 1;
        if (!caller.admin()) {
            sql.append(" and (a.visibility = 'everyone' or (a.type = 'user' and a.owner_id = $" + next++ + "))");
        }
        if (filter.type() != null) {
            sql.append(" and a.type = $").append(next++);
        }
        if (pattern() != null) {
            sql.append(TEXT.replace("$n", "$" + next++));
        }
        if (page.after() != null) {
            sql.append(" and (a.created_at, a.id) < ($" + next + ", $" + (next + 1) + ")");
        }
        return sql.append(" order by a.created_at desc, a.id desc limit ")
                .append(page.limit() + 1)
                .toString();
    }

    Tuple values() {
        Tuple values = Tuple.tuple();
        if (!caller.admin()) {
            values.addUUID(caller.memberId().value());
        }
        if (filter.type() != null) {
            values.addString(filter.type().wire());
        }
        if (pattern() != null) {
            values.addString(pattern());
        }
        PageRequest.Position after = page.after();
        if (after != null) {
            values.addValue(after.at().atOffset(ZoneOffset.UTC)).addUUID(after.id());
        }
        return values;
    }

    private @Nullable String pattern() {
        String text = filter.text();
        if (text == null || text.isBlank()) {
            return null;
        }
        String escaped = text.toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return "%" + escaped + "%";
    }
}
