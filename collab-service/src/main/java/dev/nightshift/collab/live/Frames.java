package dev.nightshift.collab.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.nightshift.collab.log.LogEvent;
import dev.nightshift.collab.session.Role;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.RunStatus;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.problem.ProblemBody;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the server says on a socket, as text. */
final class Frames {
    static final String PONG = "{\"type\":\"pong\"}";

    private Frames() {}

    /** The run that is due or under way in a session. */
    record ActiveRun(RunId runId, RunStatus status) {}

    private record Hello(
            String type,
            long head,
            Role role,
            Author you,
            List<Participant> participants,
            @Nullable ActiveRun run) {}

    private record Resync(String type, String reason, long head) {}

    private record Ack(String type, String clientId, UUID messageId) {}

    private record Refusal(String type, @Nullable String clientId, ProblemBody problem) {}

    static String hello(long head, Role role, Author you, List<Participant> participants, @Nullable ActiveRun run) {
        return json(new Hello("hello", head, role, you, participants, run));
    }

    static String event(LogEvent event) {
        return "{\"type\":\"event\",\"seq\":" + event.seq() + ",\"event\":" + event.body() + "}";
    }

    static String resync(String reason, long head) {
        return json(new Resync("resync", reason, head));
    }

    static String ack(String clientId, UUID messageId) {
        return json(new Ack("ack", clientId, messageId));
    }

    static String problem(@Nullable String clientId, Problem problem) {
        return json(new Refusal("problem", clientId, ProblemBody.of(problem)));
    }

    private static String json(Object frame) {
        try {
            return Json.mapper().writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a frame that is not JSON", e);
        }
    }
}
