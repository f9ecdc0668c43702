package dev.nightshift.agentapi.access;

import dev.nightshift.agentapi.agent.Agent;
import dev.nightshift.agentapi.agent.Agents;
import dev.nightshift.agentapi.agent.ReadableSources;
import dev.nightshift.agentapi.emergency.EmergencyStop;
import dev.nightshift.agentapi.member.Members;
import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.SourceId;
import dev.nightshift.contracts.Trigger;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import dev.nightshift.service.token.Caller.RunCaller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** Finds out what a run may do now. */
@ApplicationScoped
class AllowRun {
    private final EmergencyStop emergency;
    private final Agents agents;
    private final Members members;
    private final ReadableSources sources;

    AllowRun(EmergencyStop emergency, Agents agents, Members members, ReadableSources sources) {
        this.emergency = emergency;
        this.agents = agents;
        this.members = members;
        this.sources = sources;
    }

    /** 403 or 404 where access is lost, or everything is stopped; 503 where that cannot be found out now. */
    Uni<RunCaller> now(RunAccess.Asked asked) {
        return emergency
                .inForce()
                .invoke(found -> found.ifPresent(inForce -> {
                    throw Problem.forbidden(inForce.sentence() + ".");
                }))
                .chain(() -> agents.byId(asked.agentId()))
                .map(found -> found.orElseThrow(() -> Problem.notFound("agent")).agent())
                .chain(agent -> person(asked.actingFor()).chain(person -> allowed(asked, agent, person)));
    }

    private Uni<RunCaller> allowed(RunAccess.Asked asked, Agent agent, Optional<MemberCaller> person) {
        RunCaller run = RunAccess.judge(asked, agent, person.orElse(null));
        boolean asOwner = agent.type() == AgentType.USER && asked.trigger() != Trigger.CHAT;
        Set<SourceId> wanted = run.sources();
        if (!asOwner || wanted == null || wanted.isEmpty()) {
            return Uni.createFrom().item(run);
        }
        return sources.all(person.orElseThrow())
                .invoke(readable -> RunAccess.refuseLostSources(wanted, readable))
                .replaceWith(run);
    }

    private Uni<Optional<MemberCaller>> person(ActingFor actingFor) {
        return actingFor.memberId() == null
                ? Uni.createFrom().item(Optional.empty())
                : members.caller(actingFor.memberId(), null);
    }
}
