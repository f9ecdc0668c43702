package dev.nightshift.agentapi.notification;

import dev.nightshift.agentapi.notification.Notice.Kind;
import dev.nightshift.agentapi.notification.QuietHour.Verdict;
import dev.nightshift.agentapi.run.Run;
import dev.nightshift.agentapi.run.RunChange;
import dev.nightshift.agentapi.run.RunWatcher;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Turns runs that failed or wait into notices, in the transaction that makes them history. */
@ApplicationScoped
class NoticeRuns implements RunWatcher {
    private final Notices notices;

    NoticeRuns(Notices notices) {
        this.notices = notices;
    }

    @Override
    public Uni<Void> changed(SqlConnection transaction, List<RunChange> changes) {
        return notices.now(transaction).chain(now -> {
            Uni<Void> told = Uni.createFrom().voidItem();
            for (RunChange change : changes) {
                told = told.chain(() -> changed(transaction, change.after(), now));
            }
            return told;
        });
    }

    private Uni<Void> changed(SqlConnection transaction, Run run, Instant now) {
        return switch (run.progress().status()) {
            case FAILED -> failed(transaction, run, now);
            case WAITING -> notices.add(transaction, Notice.of(Kind.WAITING, run, now), now);
            case COMPLETED -> notices.works(transaction, run.head().agentId());
            case PENDING, RUNNING, CANCELLED, SKIPPED -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> failed(SqlConnection transaction, Run run, Instant now) {
        Notice notice = Notice.of(Kind.FAILURE, run, now);
        return notices.noticed(transaction, notice.agent())
                .chain(noticed -> switch (QuietHour.failed(noticed.orElse(null), now)) {
                    case Verdict.Now() -> newNotice(transaction, notice, now);
                    case Verdict.Later(Instant at) -> newNotice(transaction, notice, at);
                    case Verdict.Counted(Instant at) -> notices.count(transaction, notice, at);
                });
    }

    private Uni<Void> newNotice(SqlConnection transaction, Notice notice, Instant at) {
        return notices.add(transaction, notice, at).chain(() -> notices.fails(transaction, notice.agent(), at));
    }
}
