package dev.nightshift.agentapi.panel;

import dev.nightshift.agentapi.run.FindRuns;
import dev.nightshift.contracts.RunStatus;
import dev.nightshift.contracts.Trigger;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the panel shows a member: up to 200 active background runs, and the 50 newest that are over. */
@ApplicationScoped
class Panel {
    private static final int MOST_ACTIVE = 200;
    private static final int MOST_OVER = 50;
    private static final List<Trigger> BACKGROUND = List.of(Trigger.SCHEDULE, Trigger.MANUAL, Trigger.BACKFILL);
    private static final List<RunStatus> ACTIVE = List.of(RunStatus.PENDING, RunStatus.RUNNING, RunStatus.WAITING);
    private static final List<RunStatus> OVER = List.of(RunStatus.COMPLETED, RunStatus.FAILED, RunStatus.CANCELLED);

    private final FindRuns find;

    Panel(FindRuns find) {
        this.find = find;
    }

    /** Newest first; skipped runs are left out. */
    @Schema(name = "BackgroundAgents")
    record Lists(
            @Schema(required = true) List<Instance> active,
            @Schema(required = true) List<Instance> history) {}

    Uni<Lists> of(MemberCaller member) {
        return list(member, ACTIVE, MOST_ACTIVE)
                .chain(active -> list(member, OVER, MOST_OVER).map(over -> new Lists(active, over)));
    }

    private Uni<List<Instance>> list(MemberCaller member, Collection<RunStatus> statuses, int most) {
        return find.list(member, new FindRuns.Filter(null, statuses, BACKGROUND), new PageRequest(most, null))
                .map(runs -> runs.stream()
                        .limit(most)
                        .map(run -> Instance.shownTo(member, run))
                        .toList());
    }
}
