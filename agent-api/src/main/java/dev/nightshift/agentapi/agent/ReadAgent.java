package dev.nightshift.agentapi.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.Json;
import dev.nightshift.service.json.Fields;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the requests that write an agent: a new one, or a merge patch (RFC 7396) over the fields of an existing one. */
final class ReadAgent {
    private static final String[] NEVER_WRITTEN = {
        "id",
        "origin",
        "remixOf",
        "owner",
        "nextRunAt",
        "createdAt",
        "updatedAt",
        "version",
        "stateNote",
        "scheduleDescription",
        "lastRunAt",
        "lastStatus",
        "isRunning"
    };

    private final Set<String> models;

    /** {@code models}: the names that may be chosen. */
    ReadAgent(Set<String> models) {
        this.models = models;
    }

    /** A valid request for a new agent. */
    record NewAgent(AgentType type, AgentState state, AgentSettings settings) {}

    NewAgent create(@Nullable JsonNode body) {
        Fields fields = Fields.of(body);
        AgentType type = fields.choice("type", AgentType::of, "user, org");
        AgentState state = fields.choice("state", ReadAgent::firstState, "active, paused");
        fields.readOnly(NEVER_WRITTEN);
        AgentSettings settings = new ReadSettings(fields, models).read(type);
        return new NewAgent(type == null ? AgentType.USER : type, state == null ? AgentState.ACTIVE : state, settings);
    }

    /** The settings after the patch; what is not in it stays. A model that is no longer named may stay too. */
    AgentSettings patch(Agent agent, @Nullable JsonNode body) {
        Fields.of(body);
        ObjectNode merged = Json.mapper().valueToTree(agent.settings());
        merge(merged, (ObjectNode) java.util.Objects.requireNonNull(body));
        Fields fields = Fields.of(merged);
        fields.readOnly("type", "state");
        fields.readOnly(NEVER_WRITTEN);
        Set<String> choices = new LinkedHashSet<>(models);
        if (agent.settings().model() != null) {
            choices.add(agent.settings().model());
        }
        return new ReadSettings(fields, choices).read(agent.type());
    }

    /** The settings that an earlier version had, if they would do today. */
    AgentSettings restored(Agent agent, ObjectNode written) {
        ObjectNode settings = written.deepCopy();
        settings.remove("type");
        return new ReadSettings(Fields.of(settings), models).read(agent.type());
    }

    private static void merge(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isNull()) {
                removeOrShow(target, field.getKey());
            } else if (value.isObject() && target.get(field.getKey()) instanceof ObjectNode inner) {
                merge(inner, (ObjectNode) value);
            } else {
                target.set(field.getKey(), value);
            }
        });
    }

    /** Null removes a field that is there; a field that is not stays visible, so that an unknown one is refused. */
    private static void removeOrShow(ObjectNode target, String field) {
        if (target.has(field)) {
            target.remove(field);
        } else {
            target.putNull(field);
        }
    }

    private static AgentState firstState(String text) {
        AgentState state = AgentState.of(text);
        if (state != AgentState.ACTIVE && state != AgentState.PAUSED) {
            throw new IllegalArgumentException("not a first state: " + text);
        }
        return state;
    }
}
