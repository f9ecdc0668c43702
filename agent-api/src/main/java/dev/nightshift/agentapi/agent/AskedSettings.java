package dev.nightshift.agentapi.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.agentapi.agent.ReadAgent.NewAgent;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.SourceId;
import dev.nightshift.service.models.ModelSettings;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What callers want an agent to be: read from their requests, the sources in it checked with search-service. */
@ApplicationScoped
class AskedSettings {
    private final ReadableSources sources;
    private final ReadAgent read;

    AskedSettings(ReadableSources sources, ModelSettings models) {
        this.sources = sources;
        this.read = new ReadAgent(new TreeSet<>(models.models().keySet()));
    }

    /** A new agent as {@code body} describes it: 400 with all faults, 403 where it is not the caller's to make. */
    Uni<NewAgent> create(MemberCaller caller, JsonNode body) {
        NewAgent asked = read.create(body);
        if (asked.type() == AgentType.ORG && !caller.admin()) {
            throw Problem.forbidden("Only admins create org agents.");
        }
        return sources.check(caller, sent(body), List.of()).replaceWith(asked);
    }

    /** Checks a merge patch over an agent: 400 with all faults. Sources that the agent has are not asked for again. */
    Uni<Void> check(MemberCaller caller, Agent agent, JsonNode patch) {
        patched(agent, patch);
        return sources.check(caller, sent(patch), agent.sources());
    }

    static JsonNode withoutSameType(Agent agent, JsonNode document) {
        boolean same = document.isObject()
                && document.path("type").asText().equals(agent.type().wire());
        return same ? ((ObjectNode) document.deepCopy()).without("type") : document;
    }

    /** Checks what an earlier version of an agent says as if it came today: 400 with all faults, its sources included. */
    Uni<Void> checkAll(MemberCaller caller, Agent agent, ObjectNode written) {
        restored(agent, written);
        return sources.check(caller, sent(written), List.of());
    }

    /** The settings of an earlier version; a 400 with what would not do any more, but for sources. */
    AgentSettings restored(Agent agent, ObjectNode written) {
        return read.restored(agent, written);
    }

    /** The settings after a merge patch; a 400 with its faults, but for sources. */
    AgentSettings patched(Agent agent, JsonNode patch) {
        return read.patch(agent, patch);
    }

    /** The sources as they were sent, those named twice included; the body was read before. */
    private static List<SourceId> sent(JsonNode body) {
        List<SourceId> sent = new ArrayList<>();
        body.path("allowedSources").forEach(id -> sent.add(SourceId.of(id.asText())));
        return sent;
    }
}
