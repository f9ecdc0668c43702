package dev.nightshift.agentapi.run;

import dev.nightshift.agentapi.agent.Agent;
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
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds runs that a member may see. The history of a deleted agent stays. */
@ApplicationScoped
public class FindRuns {
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
        return list(new RunQuery(caller, filter, false), page);
    }

    /** As {@link #list}, and runs of which the caller sees the results only; {@link RunView} shows each as it may be. */
    Uni<List<Run>> listWithShared(MemberCaller caller, Filter filter, PageRequest page) {
        return list(new RunQuery(caller, filter, true), page);
    }

    private Uni<List<Run>> list(RunQuery query, PageRequest page) {
        return pool.preparedQuery(query.sql(page)).execute(query.values(page)).map(Runs::read);
    }

    /** The run, where the caller may do this with it; otherwise 403, or 404 where it does not exist for them. */
    public Uni<Run> one(MemberCaller caller, String id, Action action) {
        return runs.byId(id(id))
                .map(found -> found.orElseThrow(() -> Problem.notFound("run")))
                .call(run ->
                        agents.byIds(pool, List.of(run.head().agentId())).invoke(by -> check(caller, run, by, action)));
    }

    private static void check(MemberCaller caller, Run run, Map<AgentId, Agent> agents, Action action) {
        Agent agent = agents.get(run.head().agentId());
        if (agent == null) {
            throw Problem.notFound("run");
        }
        switch (RunRights.judge(caller, run.head(), agent, action)) {
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
