package dev.nightshift.agentapi.handover;

import dev.nightshift.agentapi.agent.ReadableSources;
import dev.nightshift.agentapi.member.Members;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.SourceId;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Members who get an agent. */
@ApplicationScoped
class Recipients {
    private final Members members;
    private final ReadableSources sources;

    Recipients(Members members, ReadableSources sources) {
        this.members = members;
        this.sources = sources;
    }

    /** A member, and which sources that member may read now. */
    record Recipient(Author author, Set<SourceId> readable) {
        Recipient {
            readable = Set.copyOf(readable);
        }
    }

    /** 400 for anybody who is not an active member, 503 while search-service is away. */
    Uni<Recipient> active(MemberId id) {
        return members.caller(id, null)
                .map(found -> found.orElseThrow(() -> Problem.invalid("memberId", "is not the id of an active member")))
                .chain(this::recipient);
    }

    private Uni<Recipient> recipient(MemberCaller member) {
        return sources.all(member)
                .map(readable -> new Recipient(new Author(member.memberId(), member.name()), readable));
    }
}
