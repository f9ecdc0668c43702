package dev.nightshift.agentapi.signin;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** What the credential of this request may be used for. */
@RequestScoped
public class CurrentScopes {
    private final SecurityIdentity identity;

    CurrentScopes(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Scopes get() {
        return MemberIdentity.scopes(identity);
    }
}
