package dev.nightshift.agentapi.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.agentapi.agent.Agents.Found;
import dev.nightshift.agentapi.yaml.AgentDocument;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.Json;
import dev.nightshift.service.listing.Page;
import dev.nightshift.service.runtime.DatabaseClock;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Shows agents to a member: all of an agent, or its card. */
@ApplicationScoped
public class ShowAgents {
    private final Standings standings;
    private final DatabaseClock clock;

    ShowAgents(Standings standings, DatabaseClock clock) {
        this.standings = standings;
        this.clock = clock;
    }

    Uni<Page<AgentView>> all(MemberCaller caller, Page<Found> page) {
        List<AgentId> ids = page.items().stream().map(f -> f.agent().id()).toList();
        return standings.of(ids).map(by -> page.map(found -> view(caller, found, by)));
    }

    Uni<Response> one(MemberCaller caller, Found found) {
        return standings
                .of(List.of(found.agent().id()))
                .map(by -> response(view(caller, found, by), found.agent().version()));
    }

    /** After a change by somebody who may see all of it, or only stop it. */
    public Uni<Response> changed(MemberCaller caller, Agent agent) {
        return clock.now().chain(now -> one(caller, new Found(agent, now)));
    }

    /** What the author wrote, in the order of the API's document; of an org agent its type too. */
    static Response yaml(Agent agent) {
        return Response.ok(AgentDocument.write(written(agent.type(), agent.settings())), AgentDocument.YAML)
                .header(HttpHeaders.ETAG, "\"" + agent.version() + "\"")
                .build();
    }

    /** What may be written of an agent; it makes the same one again. */
    static ObjectNode written(AgentType type, AgentSettings settings) {
        ObjectNode written = Json.mapper().createObjectNode();
        if (type == AgentType.ORG) {
            written.put("type", type.wire());
        }
        return written.setAll((ObjectNode) Json.mapper().valueToTree(settings));
    }

    private static AgentView view(MemberCaller caller, Found found, Map<AgentId, AgentStanding> standings) {
        Agent agent = found.agent();
        return AgentRights.seesAll(caller, agent)
                ? AgentView.full(agent, Objects.requireNonNull(standings.get(agent.id())), found.now())
                : AgentView.card(agent);
    }

    private static Response response(AgentView view, long version) {
        return Response.ok(view, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, "\"" + version + "\"")
                .build();
    }
}
