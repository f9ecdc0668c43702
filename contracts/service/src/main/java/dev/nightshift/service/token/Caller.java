package dev.nightshift.service.token;

import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.contracts.SourceId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who calls, as a platform token says. */
public sealed interface Caller {

    /**
     * A person. {@code groups} are the ids of the groups the person is in. {@code credential} names what the person came
     * with ({@code session:<id>} of a browser, {@code token:<id>}), so that whoever holds a socket open can ask later
     * whether it is still good; absent where nothing can be revoked but the person.
     */
    record MemberCaller(
            MemberId memberId,
            String name,
            boolean admin,
            Set<UUID> groups,
            @Nullable String credential) implements Caller {
        public MemberCaller {
            groups = Set.copyOf(groups);
        }

        public MemberCaller(MemberId memberId, String name, boolean admin, Set<UUID> groups) {
            this(memberId, name, admin, groups, null);
        }
    }

    /**
     * One run and what it may do right now. {@code sources} absent: everything (the organisation); empty: nothing.
     * {@code groups} are those of the member it acts for.
     */
    record RunCaller(
            RunId runId,
            AgentId agentId,
            SessionId sessionId,
            ActingFor actingFor,
            Set<UUID> groups,
            @Nullable Set<SourceId> sources,
            Set<String> actions)
            implements Caller {
        public RunCaller {
            groups = Set.copyOf(groups);
            sources = sources == null ? null : Set.copyOf(sources);
            actions = Set.copyOf(actions);
        }
    }

    /** Another service, by its module's name. */
    record ServiceCaller(String service) implements Caller {}
}
