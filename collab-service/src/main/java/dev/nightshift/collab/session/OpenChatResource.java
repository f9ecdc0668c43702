package dev.nightshift.collab.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.service.json.Fields;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** How agent-api opens a chat: the same request again changes nothing. */
@Path("/internal/sessions")
@RolesAllowed("service")
class OpenChatResource {
    private final Pool pool;
    private final Sessions sessions;

    OpenChatResource(Pool pool, Sessions sessions) {
        this.pool = pool;
        this.sessions = sessions;
    }

    @PUT
    @Path("/{id}")
    @Operation(hidden = true)
    public Uni<Void> open(@PathParam("id") String id, JsonNode body) {
        SessionId session = sessionId(id);
        SessionOrigin origin = read(body);
        return sessions.create(pool, session, origin, null)
                .chain(() -> sessions.find(pool, session))
                .invoke(found -> {
                    if (found.filter(s -> isSame(s.origin(), origin)).isEmpty()) {
                        throw Problem.conflict("This session is there already and is another one.");
                    }
                })
                .replaceWithVoid();
    }

    private static boolean isSame(SessionOrigin found, SessionOrigin asked) {
        return found.kind() == asked.kind()
                && found.agentId().equals(asked.agentId())
                && memberOf(found).equals(memberOf(asked));
    }

    private static String memberOf(SessionOrigin origin) {
        Author owner = origin.owner();
        return owner == null ? "" : owner.memberId().toString();
    }

    private static SessionOrigin read(@Nullable JsonNode body) {
        Fields fields = Fields.of(body);
        UUID agent = fields.uuid("agentId");
        SessionKind kind = fields.choice("kind", SessionKind::of, "chat");
        Fields owner = fields.object("owner");
        UUID member = owner == null ? null : owner.uuid("memberId");
        String name = owner == null ? null : owner.requiredText("name", 200, "Ada");
        if (owner != null) {
            owner.rejectOthers();
        }
        fields.rejectOthers();
        fields.throwIfInvalid();
        if (agent == null || member == null || name == null || kind != SessionKind.CHAT) {
            throw Problem.malformed("A chat needs agentId, kind \"chat\" and owner with memberId and name.");
        }
        return SessionOrigin.chat(new AgentId(agent), new Author(new MemberId(member), name));
    }

    private static SessionId sessionId(String id) {
        try {
            return SessionId.of(id);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("sessionId", "must be an id (UUID)");
        }
    }
}
