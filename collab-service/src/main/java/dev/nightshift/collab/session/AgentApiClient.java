package dev.nightshift.collab.session;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What agent-api knows of a session. */
@RegisterRestClient(configKey = "agent-api")
@Path("/internal/sessions")
interface AgentApiClient {
    @GET
    @Path("/{id}")
    Uni<SessionDescription> session(@HeaderParam("Authorization") String bearer, @PathParam("id") String id);
}
