package dev.nightshift.collab.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nightshift.collab.SampleRun;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.Author;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionAccessTest {
    private static final Author ADA = SampleRun.somebody("Ada");
    private static final Author BOB = SampleRun.somebody("Bob");

    @Test
    void whoseSessionItIsOwnsIt() {
        assertEquals(Optional.of(Role.OWNER), role(ADA, false, AgentType.USER, ADA));
    }

    @Test
    void anotherMemberMustNotKnowOfIt() {
        assertEquals(Optional.empty(), role(BOB, false, AgentType.USER, ADA));
        assertEquals(Optional.empty(), role(BOB, false, AgentType.ORG, null));
    }

    @Test
    void anAdminMustNotReadThatOfAUserAgent() {
        assertEquals(Optional.empty(), role(BOB, true, AgentType.USER, ADA));
        assertEquals(Optional.empty(), role(BOB, true, null, ADA));
    }

    @Test
    void theOrganisationsSessionsBelongToItsAdmins() {
        assertEquals(Optional.of(Role.OWNER), role(BOB, true, AgentType.ORG, null));
    }

    @Test
    void anAdminOnlyReadsAnothersChatWithAnOrgAgent() {
        assertEquals(Optional.of(Role.VIEWER), role(BOB, true, AgentType.ORG, ADA));
    }

    private static Optional<Role> role(Author who, boolean admin, AgentType type, Author owner) {
        SessionOrigin origin = new SessionOrigin(SessionKind.CHAT, AgentId.next(), "Digest", type, owner, null);
        return SessionAccess.role(who.memberId(), admin, origin);
    }
}
