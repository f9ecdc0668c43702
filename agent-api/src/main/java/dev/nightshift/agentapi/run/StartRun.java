package dev.nightshift.agentapi.run;

import dev.nightshift.agentapi.agent.Agent;
import dev.nightshift.agentapi.agent.AgentRights.Action;
import dev.nightshift.agentapi.agent.Agents;
import dev.nightshift.agentapi.agent.Allowed;
import dev.nightshift.agentapi.body.OptionalBody;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.DueRunEvent;
import dev.nightshift.contracts.DueRunEvent.RunDue;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.contracts.Topics;
import dev.nightshift.contracts.Trigger;
import dev.nightshift.service.idempotency.Answer;
import dev.nightshift.service.idempotency.Once;
import dev.nightshift.service.idempotency.Repeatable;
import dev.nightshift.service.json.Fields;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.publish.CommittedRows;
import dev.nightshift.service.publish.PublishedRow;
import dev.nightshift.service.publish.PublishedRows;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Run now: the run is in the history at once, and the runner hears of it after the commit. */
@ApplicationScoped
public class StartRun {
    /** In bytes; with the largest instructions it still fits a record. */
    private static final int LARGEST_TASK = 16 * 1024;

    private final Once once;
    private final Agents agents;
    private final Runs runs;
    private final CommittedRows rows;

    StartRun(Once once, Agents agents, Runs runs, CommittedRows rows) {
        this.once = once;
        this.agents = agents;
        this.runs = runs;
        this.rows = rows;
    }

    /** Reads {@code task}; records a fault in the fields. */
    public static @Nullable String task(Fields fields) {
        return fields.textOfBytes("task", LARGEST_TASK);
    }

    /** Reads a body that has nothing but an optional task, or is absent. */
    static @Nullable String taskOf(OptionalBody body) {
        Fields fields = body.fields().orElse(null);
        if (fields == null) {
            return null;
        }
        String task = task(fields);
        fields.rejectOthers();
        fields.throwIfInvalid();
        return task;
    }

    /** 409 while the agent is paused or stopped. {@code answer} makes the first answer out of the new run. */
    public Uni<Answer> start(
            Repeatable call, MemberCaller caller, AgentId agent, @Nullable String task, Function<Run, Answer> answer) {
        return once.run(
                        call,
                        transaction -> agents.lock(transaction, agent)
                                .map(found -> Allowed.check(found, caller, Action.CHANGE))
                                .chain(found -> insert(transaction, active(found.agent()), task, found.now()))
                                .map(answer))
                .invoke(rows::nudge);
    }

    private static Agent active(Agent agent) {
        if (agent.state() != AgentState.ACTIVE) {
            throw Problem.conflict("The agent is " + agent.state().wire() + "; start it first.");
        }
        return agent;
    }

    private Uni<Run> insert(SqlConnection transaction, Agent agent, @Nullable String task, Instant now) {
        RunId id = RunId.next();
        RunDue due = new RunDue(
                id,
                SessionId.ofRun(id),
                agent.id(),
                Trigger.MANUAL,
                null,
                now,
                agent.nextRunAt(now).orElse(null),
                task,
                List.of(),
                agent.definition().actsFor(),
                agent.definition());
        Run run = new Run(RunHead.of(due), RunProgress.PENDING);
        return runs.save(transaction, List.of(run))
                .chain(() -> PublishedRows.insert(
                        transaction,
                        PublishedRow.of(
                                Topics.DUE_RUNS, agent.id().toString(), id + ":due", DueRunEvent.CODEC, due, now)))
                .replaceWith(run);
    }
}
