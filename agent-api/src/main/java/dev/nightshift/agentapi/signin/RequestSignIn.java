package dev.nightshift.agentapi.signin;

import dev.nightshift.agentapi.settings.SignInMode;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** How a request without {@code Authorization} says who sends it. Each mode has one bean. */
public interface RequestSignIn {
    boolean serves(SignInMode mode);

    /** The active member who sends the request; empty for nobody. */
    Uni<Optional<MemberCaller>> identify(HttpServerRequest request);
}
