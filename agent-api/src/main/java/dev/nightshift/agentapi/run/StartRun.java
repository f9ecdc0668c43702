package dev.nightshift.agentapi.run;

import dev.nightshift.agentapi.agent.Agent;
import dev.nightshift.agentapi.agent.Person;
import dev.nightshift.agentapi.agent.ReadyAgents;
import dev.nightshift.agentapi.audit.Act;
import dev.nightshift.agentapi.audit.AuditLog;
import dev.nightshift.agentapi.body.OptionalBody;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.AgentType;
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
import dev.nightshift.service.publish.CommittedRows;
import dev.nightshift.service.publish.PublishedRow;
import dev.nightshift.service.publish.PublishedRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Run now: the run is in the history at once, and the runner hears of it after the commit. */
@ApplicationScoped
public class StartRun {
    /** In bytes; with the largest instructions it still fits a record. */
    private static final int LARGEST_TASK = 16 * 1024;

    private final Once once;
    private final ReadyAgents ready;
    private final Runs runs;
    private final AuditLog audit;
    private final CommittedRows rows;

    StartRun(Once once, ReadyAgents ready, Runs runs, AuditLog audit, CommittedRows rows) {
        this.once = once;
        this.ready = ready;
        this.runs = runs;
        this.audit = audit;
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
            Repeatable call, Person person, AgentId agent, @Nullable String task, Function<Run, Answer> answer) {
        return once.run(
                        call,
                        transaction -> ready.lock(transaction, agent, person)
                                .chain(found -> insert(transaction, found.agent(), task, found.now())
                                        .call(run -> note(transaction, person, found.agent(), run)))
                                .map(answer))
                .invoke(rows::nudge);
    }

    /** A run for the organisation is nobody's own. */
    private Uni<Void> note(SqlConnection transaction, Person person, Agent agent, Run run) {
        if (agent.type() == AgentType.USER) {
            return Uni.createFrom().voidItem();
        }
        Act.Target target =
                new Act.Target("agent", agent.id().toString(), agent.settings().name());
        return audit.write(
                transaction,
                person.actor(),
                Act.done("agent.run", target, Map.of("runId", run.head().id().toString())));
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
