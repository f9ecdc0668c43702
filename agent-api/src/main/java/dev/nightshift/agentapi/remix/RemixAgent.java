package dev.nightshift.agentapi.remix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.agentapi.agent.Agent;
import dev.nightshift.agentapi.agent.AgentRights.Action;
import dev.nightshift.agentapi.agent.Agents;
import dev.nightshift.agentapi.agent.Agents.Found;
import dev.nightshift.agentapi.agent.Allowed;
import dev.nightshift.agentapi.agent.CreateAgent;
import dev.nightshift.agentapi.agent.Person;
import dev.nightshift.agentapi.agent.Provenance;
import dev.nightshift.agentapi.agent.ReadableSources;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.SourceId;
import dev.nightshift.service.idempotency.Answer;
import dev.nightshift.service.idempotency.Repeatable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Makes a user agent out of an agent whose instructions one may see; it is created as any other, with every check. */
@ApplicationScoped
class RemixAgent {
    private final Agents agents;
    private final CreateAgent create;
    private final ReadableSources sources;

    RemixAgent(Agents agents, CreateAgent create, ReadableSources sources) {
        this.agents = agents;
        this.create = create;
        this.sources = sources;
    }

    /** 403 or 404 where the instructions are not the person's to see. */
    Uni<Answer> remix(Repeatable call, Person person, AgentId original, Overrides overrides) {
        return create.create(
                call,
                person,
                Provenance.remixOf(original),
                () -> agents.byId(original)
                        .map(found -> Allowed.check(found, person.member(), Action.CHANGE))
                        .map(Found::agent)
                        .chain(agent -> body(person, agent, overrides)));
    }

    /** Sources that the person may not read any more are left out, as the copy shows. */
    private Uni<JsonNode> body(Person person, Agent original, Overrides overrides) {
        return original.sources().isEmpty()
                ? Uni.createFrom().item(copy(original, Set.of(), overrides))
                : sources.all(person.member()).map(readable -> copy(original, readable, overrides));
    }

    private static JsonNode copy(Agent original, Set<SourceId> readable, Overrides overrides) {
        ObjectNode copy = original.asUserAgent(readable);
        copy.put("name", overrides.name(original.settings().name()));
        if (overrides.state() != null) {
            copy.put("state", overrides.state());
        }
        return copy;
    }
}
