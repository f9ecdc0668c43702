package dev.nightshift.agentapi.run;

import dev.nightshift.agentapi.agent.Agent;
import dev.nightshift.agentapi.agent.AgentRights;
import dev.nightshift.agentapi.agent.AgentRights.Action;
import dev.nightshift.agentapi.agent.Agents;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.RunStatus;
import dev.nightshift.contracts.Trigger;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds runs that a member may see: background runs of own agents (of org agents: admins), and chats in which the member
 * spoke. The history of a deleted agent stays.
 */
@ApplicationScoped
public class FindRuns {
    private static final String LIST = """
            select r.* from runs r join agents a on a.id = r.agent_id
            where (case when r.trigger = 'chat' then r.acting_member = $1
                   when a.type = 'user' then a.owner_id = $1 else $2 end)
            and ($3::uuid is null or r.agent_id = $3)
            and ($4::text[] is null or r.status = any($4))
            and ($5::text[] is null or r.trigger = any($5))
            and ($6::timestamptz is null or (r.created_at, r.id) < ($6, $7))
            order by r.created_at desc, r.id desc limit $8""";

    private final Pool pool;
    private final Runs runs;
    private final Agents agents;

    FindRuns(Pool pool, Runs runs, Agents agents) {
        this.pool = pool;
        this.runs = runs;
        this.agents = agents;
    }

    /** Which runs; an absent collection means all. */
    public record Filter(
            @Nullable AgentId agent,
            @Nullable Collection<RunStatus> statuses,
            @Nullable Collection<Trigger> triggers) {}

    /** Newest first; one more than the page holds. */
    public Uni<List<Run>> list(MemberCaller caller, Filter filter, PageRequest page) {
        PageRequest.Position after = page.after();
        Tuple arguments = Tuple.tuple()
                .addUUID(caller.memberId().value())
                .addBoolean(caller.admin())
                .addUUID(filter.agent() == null ? null : filter.agent().value())
                .addArrayOfString(
                        filter.statuses() == null
                                ? null
                                : filter.statuses().stream()
                                        .map(RunStatus::wire)
                                        .toArray(String[]::new))
                .addArrayOfString(
                        filter.triggers() == null
                                ? null
                                : filter.triggers().stream().map(Trigger::wire).toArray(String[]::new))
                .addValue(after == null ? null : after.at().atOffset(ZoneOffset.UTC))
                .addUUID(after == null ? null : after.id())
                .addInteger(page.limit() + 1);
        return pool.preparedQuery(LIST).execute(arguments).map(Runs::read);
    }

    /** The run, where the caller may do this with it; otherwise 403, or 404 where it does not exist for them. */
    public Uni<Run> one(MemberCaller caller, String id, Action action) {
        return runs.byId(id(id))
                .map(found -> found.orElseThrow(() -> Problem.notFound("run")))
                .call(run ->
                        agents.byIds(pool, List.of(run.head().agentId())).invoke(by -> check(caller, run, by, action)));
    }

    private static void check(MemberCaller caller, Run run, Map<AgentId, Agent> agents, Action action) {
        if (!run.head().isBackground()) {
            if (!caller.memberId().equals(run.head().actingFor().memberId())) {
                throw Problem.notFound("run");
            }
            return;
        }
        Agent agent = Optional.ofNullable(agents.get(run.head().agentId())).orElseThrow(() -> Problem.notFound("run"));
        switch (AgentRights.judge(caller, agent, action)) {
            case ALLOWED -> {}
            case FORBIDDEN -> throw Problem.forbidden("The runs of this agent are not yours.");
            case HIDDEN -> throw Problem.notFound("run");
        }
    }

    private static RunId id(String text) {
        try {
            return RunId.of(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("run");
        }
    }
}
