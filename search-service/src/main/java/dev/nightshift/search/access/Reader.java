package dev.nightshift.search.access;

import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.SourceId;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller;
import dev.nightshift.service.token.Caller.MemberCaller;
import dev.nightshift.service.token.Caller.RunCaller;
import dev.nightshift.service.token.Caller.ServiceCaller;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * For whom something is read.
 *
 * @param member the person whose access counts; absent for the organisation, which reads every source
 * @param groups the groups of that person
 * @param only nothing outside these sources, whatever the person may read; absent: no such bound, empty: nothing
 */
@Decision
public record Reader(
        @Nullable UUID member, Set<UUID> groups, @Nullable Set<UUID> only) {
    public static final String SEARCH = "search_documents";
    public static final String READ = "read_document";

    public Reader {
        groups = Set.copyOf(groups);
        only = only == null ? null : Set.copyOf(only);
    }

    /**
     * The reader behind a caller. An admin reads what the access lists allow, as anybody; a run reads what its token
     * names and its principal may read.
     */
    public static Reader of(Caller caller) {
        return switch (caller) {
            case MemberCaller member -> new Reader(member.memberId().value(), member.groups(), null);
            case RunCaller run -> ofRun(run);
            case ServiceCaller service -> throw Problem.forbidden("Only members and runs read documents.");
        };
    }

    /** As {@link #of}, for a call that is also a tool: a run whose token does not name the tool gets 403. */
    public static Reader using(String tool, Caller caller) {
        if (caller instanceof RunCaller run && !run.actions().contains(tool)) {
            throw Problem.forbidden("This run may not use " + tool + ".");
        }
        return of(caller);
    }

    private static Reader ofRun(RunCaller run) {
        Set<SourceId> sources = run.sources();
        Set<UUID> only =
                sources == null ? null : sources.stream().map(SourceId::value).collect(Collectors.toUnmodifiableSet());
        ActingFor principal = run.actingFor();
        return principal.memberId() == null
                ? new Reader(null, Set.of(), only)
                : new Reader(principal.memberId().value(), run.groups(), only);
    }
}
