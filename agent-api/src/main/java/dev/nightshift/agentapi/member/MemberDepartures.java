package dev.nightshift.agentapi.member;

import dev.nightshift.contracts.MemberId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Something that ends when a member leaves: sessions, tokens, agents. Every bean of this kind takes part in the
 * transaction that disables or removes the member.
 */
public interface MemberDepartures {
    /** Why somebody is not there any more. */
    enum Reason {
        /** May come back; nothing that was the member's is lost. */
        DISABLED,
        /** For good. */
        REMOVED
    }

    /** A failure undoes the departure. */
    Uni<Void> left(SqlConnection transaction, MemberId member, Reason reason);
}
