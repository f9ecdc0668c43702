package dev.nightshift.agentapi.run;

import dev.nightshift.contracts.RunStatus;
import dev.nightshift.contracts.Trigger;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneOffset;

/**
 * A list of runs, newest first: those that acted for the caller, and those of the organisation; for a member that is the
 * newest of each of the few agents that share their results. Each part comes from its own index and no further than the
 * page goes. Filters that are absent are not in the statement, and the number of rows stands in it, so that its plan knows
 * them.
 */
final class RunQuery {
    private static final String OWN = "select r.* from runs r where r.acting_member = $1";
    private static final String OF_THE_ORGANISATION = "select r.* from runs r where r.acting_member is null";
    private static final String SHARED = """
            select s.* from agents a cross join lateral (
                select r.* from runs r where r.agent_id = a.id and r.acting_member is null%s) s
            where a.type = 'org' and a.results_shared and a.visibility = 'everyone' and a.deleted_at is null""";

    private final MemberCaller caller;
    private final FindRuns.Filter filter;
    private final boolean withShared;

    /** {@code withShared}: also runs of which the caller sees the results only. */
    RunQuery(MemberCaller caller, FindRuns.Filter filter, boolean withShared) {
        this.caller = caller;
        this.filter = filter;
        this.withShared = withShared;
    }

    String sql(PageRequest page) {
        String limit = " limit " + (page.limit() + 1);
        String rest = filters(page) + " order by r.created_at desc, r.id desc" + limit;
        String own = OWN + rest;
        if (!caller.admin() && !withShared) {
            return own;
        }
        String others = caller.admin() ? OF_THE_ORGANISATION + rest : SHARED.formatted(rest);
        return "select * from ((" + own + ") union all (" + others + ")) r order by created_at desc, id desc" + limit;
    }

    Tuple values(PageRequest page) {
        Tuple values = Tuple.tuple().addUUID(caller.memberId().value());
        if (filter.agent() != null) {
            values.addUUID(filter.agent().value());
        }
        if (filter.statuses() != null) {
            values.addArrayOfString(
                    filter.statuses().stream().map(RunStatus::wire).toArray(String[]::new));
        }
        if (filter.triggers() != null) {
            values.addArrayOfString(
                    filter.triggers().stream().map(Trigger::wire).toArray(String[]::new));
        }
        PageRequest.Position after = page.after();
        if (after != null) {
            values.addValue(after.at().atOffset(ZoneOffset.UTC)).addUUID(after.id());
        }
        return values;
    }

    private String filters(PageRequest page) {
        StringBuilder sql = new StringBuilder();
        int next = 2;
        if (filter.agent() != null) {
            sql.append(" and r.agent_id = $").append(next++);
        }
        if (filter.statuses() != null) {
            sql.append(" and r.status = any($").append(next++).append(')');
        }
        if (filter.triggers() != null) {
            sql.append(" and r.trigger = any($").append(next++).append(')');
        }
        if (page.after() != null) {
            sql.append(" and (r.created_at, r.id) < ($")
                    .append(next)
                    .append(", $")
                    .append(next + 1)
                    .append(')');
        }
        return sql.toString();
    }
}
