package dev.nightshift.agentapi.route;

import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller;
import dev.nightshift.service.token.Caller.MemberCaller;
import dev.nightshift.service.token.CurrentCaller;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Who sends a request, where no resource is involved. */
@ApplicationScoped
public class People {

    /** The member; fails with the problem 401 for nobody and 403 for a run or a service. */
    public Uni<MemberCaller> behind(RoutingContext context) {
        return QuarkusHttpUser.getSecurityIdentity(context, null)
                .map(CurrentCaller::of)
                .map(People::person)
                .onFailure(AuthenticationFailedException.class)
                .transform(failure -> Problem.unauthorized());
    }

    private static MemberCaller person(Caller caller) {
        if (caller instanceof MemberCaller member) {
            return member;
        }
        throw Problem.forbidden("Only members come through the door.");
    }
}
