package dev.nightshift.agentapi.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.webhook.Webhook.State;
import dev.nightshift.agentapi.webhook.Webhook.Wanted;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.Decision;
import dev.nightshift.service.json.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what somebody wants of a webhook; every fault is named in one 400. */
@Decision
final class ReadWebhook {
    private static final int LONGEST_NAME = 100;
    private static final String EXAMPLE_URL = "https://example.com/hooks";
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private final boolean allowPrivate;

    ReadWebhook(boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    /** A webhook after a patch. */
    record Patched(Wanted wanted, State state) {}

    Wanted create(@Nullable JsonNode body) {
        Fields fields = Fields.of(body);
        String name = name(fields, fields.requiredText("name", LONGEST_NAME, "On-call"));
        String url = url(fields, fields.requiredText("url", WebhookUrl.LONGEST, EXAMPLE_URL));
        List<String> events = events(fields);
        if (events == null && !fields.has("events")) {
            fields.fail("events", "is required, for example [\"background_task_error\"]");
        }
        UUID agent = fields.uuid("agentId");
        fields.rejectOthers();
        fields.throwIfInvalid();
        return new Wanted(
                Objects.requireNonNull(name),
                Objects.requireNonNull(url),
                Objects.requireNonNull(events),
                agent == null ? null : new AgentId(agent));
    }

    Patched patch(Webhook webhook, @Nullable JsonNode body) {
        Fields fields = Fields.of(body);
        Wanted now = webhook.wanted();
        for (String required : List.of("name", "url", "events", "state")) {
            if (fields.isNull(required)) {
                fields.fail(required, "cannot be removed");
            }
        }
        String name = fields.has("name") ? name(fields, fields.text("name", LONGEST_NAME)) : now.name();
        String url = fields.has("url") ? url(fields, fields.text("url", WebhookUrl.LONGEST)) : now.url();
        List<String> events = fields.has("events") ? events(fields) : now.events();
        State state = fields.has("state") ? fields.choice("state", State::of, "active, paused") : webhook.state();
        fields.readOnly(
                "id", "agentId", "secret", "pausedReason", "failures", "failingSince", "nextAttemptAt", "secretSetAt");
        fields.readOnly("createdAt", "updatedAt");
        fields.rejectOthers();
        fields.throwIfInvalid();
        return new Patched(
                new Wanted(
                        Objects.requireNonNull(name),
                        Objects.requireNonNull(url),
                        Objects.requireNonNull(events),
                        now.agentId()),
                Objects.requireNonNull(state));
    }

    private static @Nullable String name(Fields fields, @Nullable String name) {
        if (name != null && (name.isBlank() || CONTROL.matcher(name).find())) {
            fields.fail("name", "must say something, without control characters");
            return null;
        }
        return name;
    }

    private @Nullable String url(Fields fields, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            if (WebhookUrl.parse(text).isPlainlyPrivate() && !allowPrivate) {
                fields.fail("url", PostMessage.NOT_PUBLIC);
            }
            return text;
        } catch (IllegalArgumentException e) {
            fields.fail("url", String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static @Nullable List<String> events(Fields fields) {
        List<String> sent = new ArrayList<>();
        List<String> events = fields.list("events", type -> event(type, sent));
        if (events != null && sent.isEmpty()) {
            fields.fail("events", "must name at least one of " + String.join(", ", Webhook.EVENT_TYPES));
        }
        return events;
    }

    private static String event(String type, List<String> sent) {
        sent.add(type);
        if (!Webhook.EVENT_TYPES.contains(type)) {
            throw new IllegalArgumentException("must be one of " + String.join(", ", Webhook.EVENT_TYPES));
        }
        return type;
    }
}
