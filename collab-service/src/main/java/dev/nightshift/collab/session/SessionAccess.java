package dev.nightshift.collab.session;

import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.MemberId;
import java.util.Optional;

/** Who may see a session and as what. Whoever has no role must not learn that it exists. */
@Decision
final class SessionAccess {
    private SessionAccess() {}

    static Optional<Role> role(MemberId member, boolean admin, SessionOrigin origin) {
        Author owner = origin.owner();
        if (owner != null && owner.memberId().equals(member)) {
            return Optional.of(Role.OWNER);
        }
        if (!admin || origin.agentType() != AgentType.ORG) {
            return Optional.empty();
        }
        return Optional.of(owner == null ? Role.OWNER : Role.VIEWER);
    }
}
