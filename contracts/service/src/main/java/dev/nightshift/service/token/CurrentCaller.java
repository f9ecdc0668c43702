package dev.nightshift.service.token;

import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import dev.nightshift.service.token.Caller.RunCaller;
import dev.nightshift.service.token.Caller.ServiceCaller;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller of this request. */
@RequestScoped
public class CurrentCaller {
    /** An identity attribute that holds a ready {@link Caller}, where it did not come as a platform token. */
    public static final String ATTRIBUTE = "nightshift.caller";

    private final SecurityIdentity identity;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Whoever it is; 401 for nobody. */
    public Caller get() {
        return of(identity);
    }

    /** A person; 403 for anything else. */
    public MemberCaller member() {
        if (get() instanceof MemberCaller member) {
            return member;
        }
        throw Problem.forbidden("Only a member may do this.");
    }

    /** A run; 403 for anything else. */
    public RunCaller run() {
        if (get() instanceof RunCaller run) {
            return run;
        }
        throw Problem.forbidden("Only a run may do this.");
    }

    /** Another service; 403 for anything else. */
    public ServiceCaller service() {
        if (get() instanceof ServiceCaller service) {
            return service;
        }
        throw Problem.forbidden("Only a service of the platform may do this.");
    }

    /** The caller behind an identity; 401 for an anonymous one. */
    public static Caller of(SecurityIdentity identity) {
        if (identity.getAttribute(ATTRIBUTE) instanceof Caller ready) {
            return ready;
        }
        if (!identity.isAnonymous() && identity.getPrincipal() instanceof JsonWebToken token) {
            return CallerClaims.read(token);
        }
        throw Problem.unauthorized();
    }
}
