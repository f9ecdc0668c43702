package dev.nightshift.agentapi.notification;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.Decision;
import dev.nightshift.service.json.Fields;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody wants to hear, and how; an empty list means not at all. {@code webhookId} is there where a list names it. */
@Decision
record Preferences(
        List<Channel> onFailure,
        List<Channel> onWaiting,
        @Nullable UUID webhookId) {
    static final Preferences USUAL = new Preferences(List.of(Channel.MAIL), List.of(Channel.MAIL), null);

    Preferences {
        onFailure = List.copyOf(onFailure);
        onWaiting = List.copyOf(onWaiting);
    }

    static Preferences read(@Nullable JsonNode body) {
        Fields fields = Fields.of(body);
        List<Channel> failure = channels(fields, "onFailure");
        List<Channel> waiting = channels(fields, "onWaiting");
        UUID webhook = fields.uuid("webhookId");
        boolean named = Stream.of(failure, waiting).anyMatch(list -> list != null && list.contains(Channel.WEBHOOK));
        if (named && webhook == null && fields.isValid()) {
            fields.fail("webhookId", "is required where webhook is chosen");
        }
        fields.rejectOthers();
        fields.throwIfInvalid();
        return new Preferences(Objects.requireNonNull(failure), Objects.requireNonNull(waiting), webhook);
    }

    private static @Nullable List<Channel> channels(Fields fields, String field) {
        List<Channel> channels = fields.list(field, Channel::of);
        if (!fields.has(field) || fields.isNull(field)) {
            fields.fail(field, "is required: a list of mail and webhook, or []");
        }
        return channels;
    }
}
