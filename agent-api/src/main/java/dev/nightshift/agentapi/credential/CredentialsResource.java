package dev.nightshift.agentapi.credential;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** For services that hold sockets open: whether those who opened them may still do so. */
@Path("/internal/credentials/check")
@RolesAllowed("service")
class CredentialsResource {
    private static final int MOST = 10_000;

    private final CredentialCheck check;

    CredentialsResource(CredentialCheck check) {
        this.check = check;
    }

    /** Places in the list that was sent: whose credential is gone, and who of the others is an admin now. */
    record Standing(List<Integer> gone, List<Integer> admins) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Uni<Standing> check(@Nullable JsonNode body) {
        List<Holder> holders = read(body);
        return check.good(holders).map(good -> standing(holders.size(), good));
    }

    private static Standing standing(int asked, Map<Integer, Boolean> good) {
        return new Standing(
                IntStream.range(0, asked)
                        .filter(place -> !good.containsKey(place))
                        .boxed()
                        .toList(),
                good.entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList());
    }

    private static List<Holder> read(@Nullable JsonNode body) {
        if (body == null || !body.path("holders").isArray()) {
            throw Problem.invalid("holders", "must be a list of {memberId, credential?}");
        }
        JsonNode sent = body.path("holders");
        if (sent.size() > MOST) {
            throw Problem.invalid("holders", "has " + sent.size() + " elements; at most " + MOST + " are allowed");
        }
        List<Holder> holders = new ArrayList<>(sent.size());
        for (JsonNode holder : sent) {
            holders.add(read(holder, holders.size()));
        }
        return holders;
    }

    private static Holder read(JsonNode holder, int place) {
        try {
            return Holder.of(
                    MemberId.of(holder.path("memberId").asText()),
                    holder.path("credential").asText(null));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("holders[" + place + "]", String.valueOf(e.getMessage()));
        }
    }
}
