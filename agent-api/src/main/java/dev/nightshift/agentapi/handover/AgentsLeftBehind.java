package dev.nightshift.agentapi.handover;

import dev.nightshift.agentapi.agent.AdmitAgent;
import dev.nightshift.agentapi.agent.Agent;
import dev.nightshift.agentapi.agent.AgentWritten;
import dev.nightshift.agentapi.agent.Agents;
import dev.nightshift.agentapi.agent.Agents.Found;
import dev.nightshift.agentapi.agent.WriteAgents;
import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.member.MemberBelongings;
import dev.nightshift.agentapi.member.MemberDepartures;
import dev.nightshift.agentapi.version.VersionChange;
import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.MemberId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The user agents of a member who leaves: they stop, and what they are working on has lost its access. Org agents belong
 * to the organisation and work on.
 */
@ApplicationScoped
class AgentsLeftBehind implements MemberDepartures, MemberBelongings {
    private final Agents agents;
    private final Recipients recipients;
    private final AdmitAgent admit;
    private final WriteAgents write;

    AgentsLeftBehind(Agents agents, Recipients recipients, AdmitAgent admit, WriteAgents write) {
        this.agents = agents;
        this.recipients = recipients;
        this.admit = admit;
        this.write = write;
    }

    /** Those that were stopped before stay as they are, and say why they are; no end of an emergency brings them back. */
    @Override
    public Uni<Void> left(SqlConnection transaction, MemberId member, Reason reason) {
        String note = switch (reason) {
            case DISABLED -> "Stopped because its owner is disabled.";
            case REMOVED -> "Stopped because its owner was removed.";
        };
        return agents.lockOwnedBy(transaction, member)
                .call(found -> agents.isDecidedAnew(
                        transaction,
                        found.stream().map(each -> each.agent().id()).toList()))
                .chain(found -> write.write(
                        transaction,
                        found.stream()
                                .filter(each -> each.agent().state() != AgentState.STOPPED)
                                .map(each -> stopped(each, note))
                                .toList(),
                        Actor.system()));
    }

    @Override
    public Uni<Void> handOver(SqlConnection transaction, MemberId from, MemberId to, Actor by) {
        return agents.lockOwnedBy(transaction, from)
                .chain(found -> found.isEmpty() ? Uni.createFrom().voidItem() : give(transaction, found, to, by));
    }

    private Uni<Void> give(SqlConnection transaction, List<Found> found, MemberId to, Actor by) {
        return admit.room(transaction, to, found.size())
                .chain(() -> recipients.active(to))
                .chain(recipient -> write.write(
                        transaction,
                        found.stream().map(each -> given(each, recipient)).toList(),
                        by));
    }

    private static AgentWritten stopped(Found found, String note) {
        Agent agent = found.agent();
        return new AgentWritten(
                agent, agent.in(AgentState.STOPPED, note, found.now()), VersionChange.STOPPED, EndReason.ACCESS_LOST);
    }

    private static AgentWritten given(Found found, Recipients.Recipient recipient) {
        Agent agent = found.agent();
        return AgentWritten.changed(
                agent,
                agent.handedTo(recipient.author(), recipient.readable(), found.now()),
                VersionChange.HANDED_OVER);
    }
}
