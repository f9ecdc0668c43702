package dev.nightshift.agentapi.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.agentapi.agent.AgentRights.Action;
import dev.nightshift.agentapi.agent.AgentVersionsResource.View;
import dev.nightshift.agentapi.version.AgentVersion;
import dev.nightshift.agentapi.version.VersionLog;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.Json;
import dev.nightshift.service.listing.Page;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Versions of agents for who may see all of them. */
@ApplicationScoped
class FindVersions {
    private final Agents agents;
    private final VersionLog versions;

    FindVersions(Agents agents, VersionLog versions) {
        this.agents = agents;
        this.versions = versions;
    }

    /** The number of a version stands in the low half of a cursor's id. */
    Uni<Page<View>> page(MemberCaller member, AgentId agent, PageRequest page) {
        long below = page.after() == null ? Long.MAX_VALUE : page.after().id().getLeastSignificantBits();
        return agents.byId(agent)
                .invoke(found -> Allowed.check(found, member, Action.SEE_ALL))
                .chain(() -> versions.below(agent, below, page.limit() + 1))
                .map(found -> page(found, page));
    }

    /** What the author had written, in the order of the API's document; 404 for a version that never was. */
    Uni<ObjectNode> written(MemberCaller member, AgentId id, String version, Action action) {
        return agents.byId(id)
                .map(found -> Allowed.check(found, member, action).agent())
                .chain(agent -> versions.one(id, number(version))
                        .map(found -> found.orElseThrow(() -> Problem.notFound("version")))
                        .map(found -> ShowAgents.written(agent.type(), settings(found))));
    }

    /** Each is compared with the one before it; the oldest of a full page with the first of the next. */
    private static Page<View> page(List<AgentVersion> found, PageRequest request) {
        List<View> views = IntStream.range(0, found.size())
                .mapToObj(i -> View.of(found.get(i), i + 1 < found.size() ? found.get(i + 1) : null))
                .toList();
        return Page.of(
                views, request, view -> new PageRequest.Position(view.at(), new UUID(0, view.version())).cursor());
    }

    private static long number(String version) {
        try {
            return Long.parseLong(version);
        } catch (NumberFormatException e) {
            throw Problem.notFound("version");
        }
    }

    private static AgentSettings settings(AgentVersion version) {
        try {
            return Json.mapper().treeToValue(version.written(), AgentSettings.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored version of agent " + version.agent() + " is broken", e);
        }
    }
}
