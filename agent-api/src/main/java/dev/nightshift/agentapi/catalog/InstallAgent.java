package dev.nightshift.agentapi.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.agentapi.agent.CreateAgent;
import dev.nightshift.agentapi.agent.Person;
import dev.nightshift.agentapi.agent.Provenance;
import dev.nightshift.agentapi.agent.ReadableSources;
import dev.nightshift.contracts.Json;
import dev.nightshift.service.idempotency.Answer;
import dev.nightshift.service.idempotency.Repeatable;
import dev.nightshift.service.json.Fields;
import dev.nightshift.service.models.ModelSettings;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an agent out of the catalog; it is the installing member's from then on. */
@ApplicationScoped
class InstallAgent {
    private static final List<String> OVERRIDES = List.of("name", "schedule", "timezone", "allowedSources", "state");
    private static final String SOURCES = "allowedSources";

    private final CreateAgent create;
    private final ReadableSources sources;

    InstallAgent(CreateAgent create, ReadableSources sources) {
        this.create = create;
        this.sources = sources;
    }

    Uni<Answer> install(CatalogAgent agent, Person person, @Nullable String key, @Nullable JsonNode body) {
        MemberCaller member = person.member();
        Repeatable call = new Repeatable(member.memberId(), "/api/catalog/" + agent.name() + "/install", key, body);
        return create.create(call, person, Provenance.INSTALLED, () -> {
            ObjectNode asked = asWritten(agent, body);
            return agent.needsSources() && !asked.has(SOURCES)
                    ? withReadableSources(asked, member)
                    : Uni.createFrom().item(asked);
        });
    }

    private static ObjectNode asWritten(CatalogAgent agent, @Nullable JsonNode body) {
        ObjectNode asked = Json.mapper()
                .createObjectNode()
                .put("name", agent.title())
                .put("description", agent.description())
                .put("instructions", agent.instructions())
                .put("schedule", agent.schedule())
                .put("model", ModelSettings.RUNBOOK);
        ArrayNode actions = asked.putArray("allowedActions");
        agent.actions().forEach(actions::add);
        if (body != null) {
            Fields fields = Fields.of(body);
            OVERRIDES.stream()
                    .filter(fields::has)
                    .filter(field -> !fields.isNull(field))
                    .forEach(field -> asked.set(field, body.get(field)));
            fields.rejectOthers();
            fields.throwIfInvalid();
        }
        return asked;
    }

    private Uni<JsonNode> withReadableSources(ObjectNode asked, MemberCaller member) {
        return sources.all(member).map(ids -> {
            ArrayNode list = asked.putArray(SOURCES);
            ids.forEach(id -> list.add(id.toString()));
            return asked;
        });
    }
}
