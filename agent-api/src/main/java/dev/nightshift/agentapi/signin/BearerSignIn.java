package dev.nightshift.agentapi.signin;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** A kind of Bearer token that a member may send. The first bean that understands a token decides about it. */
public interface BearerSignIn {
    /** Whether the token is of this kind, by its form alone. */
    boolean understands(String token);

    /** The active member who holds the token; empty for one that is not (or no longer) good. */
    Uni<Optional<BearerIdentity>> identify(String token);
}
