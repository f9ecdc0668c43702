package dev.nightshift.runner.queue;

import dev.nightshift.contracts.DueRunEvent;
import dev.nightshift.contracts.DueRunEvent.ChatMessage;
import dev.nightshift.contracts.DueRunEvent.RunDue;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.RunEvent;
import dev.nightshift.contracts.RunEvent.MessageTaken;
import dev.nightshift.contracts.RunEvent.RunCancelled;
import dev.nightshift.contracts.RunEvent.RunFailed;
import dev.nightshift.contracts.RunEvent.RunQueued;
import dev.nightshift.contracts.RunEvent.RunSkipped;
import dev.nightshift.contracts.RunStatus;
import dev.nightshift.contracts.RunTotals;
import dev.nightshift.contracts.Trigger;
import dev.nightshift.runner.journal.RunEventRows;
import dev.nightshift.runner.text.BoundedText;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A judged run as a row with its first events. Messages of a chat count as taken here, whatever becomes of the run:
 * otherwise one that never starts would leave them in the queue, to start the same run again.
 */
final class AdmittedRun {
    private static final String INSERT = """
            insert into runs (run_id, session_id, agent_id, chat, status, due, decided_at, admitted_at, n,
                finished_at, end_reason, error)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)""";

    private AdmittedRun() {}

    static Uni<Void> write(SqlConnection tx, RunDue due, Admission admission, Instant at) {
        return switch (admission) {
            case Admission.Duplicate duplicate -> Uni.createFrom().voidItem();
            case Admission.Queue queue -> insert(tx, due, RunStatus.PENDING, null, null, queued(due, at), at);
            case Admission.Skip skip ->
                insert(
                        tx,
                        due,
                        RunStatus.SKIPPED,
                        skip.reason(),
                        skip.sentence(),
                        List.of(skipped(due, skip.reason(), skip.sentence(), at)),
                        at);
            case Admission.Fail fail -> failed(tx, due, BoundedText.clean(fail.sentence()), at);
            case Admission.Cancel cancel -> cancelled(tx, due, cancel.sentence(), at);
        };
    }

    private static Uni<Void> failed(SqlConnection tx, RunDue due, String sentence, Instant at) {
        List<RunEvent.Known> events = queued(due, at);
        events.add(new RunFailed(
                due.runId(),
                due.sessionId(),
                due.agentId(),
                events.size() + 1,
                at,
                EndReason.INVALID,
                sentence,
                null,
                null,
                RunTotals.NONE,
                null,
                null));
        return insert(tx, due, RunStatus.FAILED, EndReason.INVALID, sentence, events, at);
    }

    private static Uni<Void> cancelled(SqlConnection tx, RunDue due, String sentence, Instant at) {
        List<RunEvent.Known> events = queued(due, at);
        events.add(new RunCancelled(
                due.runId(),
                due.sessionId(),
                due.agentId(),
                events.size() + 1,
                at,
                EndReason.STOPPED,
                sentence,
                RunTotals.NONE,
                null,
                null));
        return insert(tx, due, RunStatus.CANCELLED, EndReason.STOPPED, sentence, events, at);
    }

    private static List<RunEvent.Known> queued(RunDue due, Instant at) {
        List<RunEvent.Known> events = new ArrayList<>();
        events.add(new RunQueued(
                due.runId(),
                due.sessionId(),
                due.agentId(),
                1,
                at,
                due.definition().name(),
                due.trigger(),
                due.scheduledFor(),
                due.task(),
                due.actingFor()));
        for (ChatMessage message : due.messages()) {
            events.add(new MessageTaken(
                    due.runId(),
                    due.sessionId(),
                    due.agentId(),
                    events.size() + 1,
                    at,
                    message.messageId(),
                    message.clientId(),
                    message.author(),
                    message.text()));
        }
        return events;
    }

    private static RunSkipped skipped(RunDue due, EndReason reason, String sentence, Instant at) {
        return new RunSkipped(
                due.runId(),
                due.sessionId(),
                due.agentId(),
                1,
                at,
                due.definition().name(),
                due.trigger(),
                due.scheduledFor(),
                due.task(),
                due.actingFor(),
                reason,
                sentence);
    }

    private static Uni<Void> insert(
            SqlConnection tx,
            RunDue due,
            RunStatus status,
            @Nullable EndReason reason,
            @Nullable String sentence,
            List<RunEvent.Known> events,
            Instant at) {
        OffsetDateTime now = at.atOffset(ZoneOffset.UTC);
        return tx.preparedQuery(INSERT)
                .execute(Tuple.tuple(Arrays.asList(
                        due.runId().value(),
                        due.sessionId().value(),
                        due.agentId().value(),
                        due.trigger() == Trigger.CHAT,
                        status.wire(),
                        Buffer.buffer(DueRunEvent.CODEC.encode(due)),
                        due.decidedAt().atOffset(ZoneOffset.UTC),
                        now,
                        (long) events.size(),
                        status.isFinal() ? now : null,
                        reason == null ? null : reason.wire(),
                        sentence)))
                .chain(() -> RunEventRows.insert(tx, events));
    }
}
