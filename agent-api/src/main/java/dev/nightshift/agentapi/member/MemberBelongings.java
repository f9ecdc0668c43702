package dev.nightshift.agentapi.member;

import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.contracts.MemberId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Something that a member has and that somebody else may get when the member is removed: agents. */
public interface MemberBelongings {
    /** In the transaction of the removal, before {@link MemberDepartures#left}; both are members, {@code to} is active. */
    Uni<Void> handOver(SqlConnection transaction, MemberId from, MemberId to, Actor by);
}
