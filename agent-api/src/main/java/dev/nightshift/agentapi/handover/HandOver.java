package dev.nightshift.agentapi.handover;

import dev.nightshift.agentapi.agent.AdmitAgent;
import dev.nightshift.agentapi.agent.Agent;
import dev.nightshift.agentapi.agent.AgentChange;
import dev.nightshift.agentapi.agent.AgentRights;
import dev.nightshift.agentapi.agent.AgentRights.Action;
import dev.nightshift.agentapi.agent.AgentWritten;
import dev.nightshift.agentapi.agent.Agents;
import dev.nightshift.agentapi.agent.Agents.Found;
import dev.nightshift.agentapi.agent.Allowed;
import dev.nightshift.agentapi.agent.WriteAgents;
import dev.nightshift.agentapi.version.VersionChange;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Gives an agent to another member. */
@ApplicationScoped
class HandOver {
    private final Pool pool;
    private final Agents agents;
    private final Recipients recipients;
    private final AdmitAgent admit;
    private final WriteAgents write;

    HandOver(Pool pool, Agents agents, Recipients recipients, AdmitAgent admit, WriteAgents write) {
        this.pool = pool;
        this.agents = agents;
        this.recipients = recipients;
        this.admit = admit;
        this.write = write;
    }

    /**
     * By the owner; where that one is not active any more, by an admin to somebody else, since an admin must not get at
     * instructions this way. 409 where it is the member's already, or there is no room among the member's agents.
     */
    Uni<Agent> to(AgentChange change, MemberId member) {
        return agents.byId(change.agent())
                .map(found -> Allowed.check(found, change.person().member(), Action.SEE_CARD))
                .chain(found -> mayHandOver(pool, change, found, member))
                .chain(found -> recipients
                        .active(member)
                        .chain(recipient -> pool.withTransaction(transaction -> room(transaction, found.agent(), member)
                                .chain(() -> give(transaction, change, recipient)))))
                .invoke(write::nudge);
    }

    private Uni<Void> room(SqlConnection transaction, Agent agent, MemberId member) {
        return agent.type() == AgentType.USER
                ? admit.room(transaction, member, 1)
                : Uni.createFrom().voidItem();
    }

    private Uni<Agent> give(SqlConnection transaction, AgentChange change, Recipients.Recipient recipient) {
        Author next = recipient.author();
        return agents.lock(transaction, change.agent())
                .map(found -> Allowed.check(found, change.person().member(), Action.SEE_CARD))
                .chain(found -> mayHandOver(transaction, change, found, next.memberId()))
                .chain(found -> {
                    Agent before = found.agent();
                    Agent after = before.handedTo(next, recipient.readable(), found.now());
                    return write.write(
                                    transaction,
                                    AgentWritten.changed(before, after, VersionChange.HANDED_OVER),
                                    change.person().actor())
                            .replaceWith(after);
                });
    }

    private static Uni<Found> mayHandOver(SqlClient client, AgentChange change, Found found, MemberId member) {
        boolean byAdmin = change.person().member().admin()
                && !AgentRights.seesAll(change.person().member(), found.agent());
        if (!byAdmin) {
            return Uni.createFrom().item(() -> byOwner(change, found, member));
        }
        return ownerIsActive(client, found.agent())
                .map(active -> active ? byOwner(change, found, member) : byAdmin(change, found, member));
    }

    private static Found byOwner(AgentChange change, Found found, MemberId member) {
        Found allowed = change.check(Optional.of(found), Action.CHANGE);
        if (allowed.agent().owner().memberId().equals(member)) {
            throw Problem.conflict("The agent is this member's already.");
        }
        return allowed;
    }

    private static Found byAdmin(AgentChange change, Found found, MemberId member) {
        if (change.person().member().memberId().equals(member)) {
            throw Problem.forbidden("An admin gives the agent of somebody who left to somebody else.");
        }
        return change.check(Optional.of(found), Action.SEE_CARD);
    }

    private static Uni<Boolean> ownerIsActive(SqlClient client, Agent agent) {
        return client.preparedQuery("select 1 from members where id = $1 and state = 'active'")
                .execute(Tuple.of(agent.owner().memberId().value()))
                .map(rows -> rows.size() > 0);
    }
}
