package dev.nightshift.agentapi.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.nightshift.agentapi.agent.Agent;
import dev.nightshift.agentapi.agent.Agents;
import dev.nightshift.agentapi.run.Run;
import dev.nightshift.agentapi.run.Runs;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Tells collab-service whose session it is that a run wants to write to. */
@Path("/internal/sessions/{id}")
@RolesAllowed("service")
class SessionOriginsResource {
    private final Pool pool;
    private final Runs runs;
    private final Chats chats;
    private final Agents agents;

    SessionOriginsResource(Pool pool, Runs runs, Chats chats, Agents agents) {
        this.pool = pool;
        this.runs = runs;
        this.chats = chats;
        this.agents = agents;
    }

    /** {@code kind} is {@code background} or {@code chat}; {@code owner} absent: the admins own it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SessionOrigin(
            SessionId sessionId,
            String kind,
            AgentId agentId,
            String agentName,
            AgentType agentType,
            @Nullable RunId runId,
            @Nullable Author owner) {}

    @GET
    @Operation(hidden = true)
    public Uni<SessionOrigin> get(@RestPath String id) {
        SessionId session = id(id);
        return chats.byId(session)
                .chain(chat -> chat.map(known -> ofChat(session, known)).orElseGet(() -> ofRun(session)));
    }

    private Uni<SessionOrigin> ofChat(SessionId session, Chats.Chat chat) {
        return agent(chat.agentId())
                .map(agent -> new SessionOrigin(
                        session, "chat", agent.id(), agent.settings().name(), agent.type(), null, chat.owner()));
    }

    private Uni<SessionOrigin> ofRun(SessionId session) {
        return runs.bySession(session.value())
                .map(found ->
                        found.filter(run -> run.head().isBackground()).orElseThrow(() -> Problem.notFound("session")))
                .chain(run -> agent(run.head().agentId()).map(agent -> ofRun(session, run, agent)));
    }

    private static SessionOrigin ofRun(SessionId session, Run run, Agent agent) {
        Author owner = personOf(run, agent);
        return new SessionOrigin(
                session,
                "background",
                agent.id(),
                run.head().agentName(),
                agent.type(),
                run.head().id(),
                owner);
    }

    /** Whom the run acted for: what it read with that person's rights stays theirs, whoever has the agent now. */
    private static @Nullable Author personOf(Run run, Agent agent) {
        MemberId member = run.head().actingFor().memberId();
        return agent.type() == AgentType.ORG || member == null
                ? null
                : new Author(
                        member,
                        Objects.requireNonNullElse(run.head().actingFor().name(), ""));
    }

    private Uni<Agent> agent(AgentId id) {
        return agents.byIds(pool, List.of(id))
                .map(found -> Optional.ofNullable(found.get(id)).orElseThrow(() -> Problem.notFound("session")));
    }

    private static SessionId id(String text) {
        try {
            return SessionId.of(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("session");
        }
    }
}
