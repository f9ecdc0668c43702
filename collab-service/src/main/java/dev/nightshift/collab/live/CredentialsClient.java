package dev.nightshift.collab.live;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.nightshift.contracts.MemberId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What agent-api knows of the credentials that sockets were opened with. */
@RegisterRestClient(configKey = "agent-api")
@Path("/internal/credentials")
interface CredentialsClient {
    @POST
    @Path("/check")
    Uni<Standing> check(@HeaderParam("Authorization") String bearer, Question question);

    /** At most 10,000 holders. */
    record Question(List<Holder> holders) {
        public Question {
            holders = List.copyOf(holders);
        }
    }

    /** A member and what the member came with; absent where nothing can be revoked but the member. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Holder(MemberId memberId, @Nullable String credential) {}

    /** Places in the question: whose credential is gone, and who of the others is an admin now. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Standing(Set<Integer> gone, Set<Integer> admins) {
        public Standing {
            gone = Set.copyOf(gone);
            admins = Set.copyOf(admins);
        }
    }
}
