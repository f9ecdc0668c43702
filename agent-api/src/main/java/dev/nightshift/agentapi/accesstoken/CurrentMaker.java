package dev.nightshift.agentapi.accesstoken;

import dev.nightshift.agentapi.accesstoken.CreateAccessToken.Maker;
import dev.nightshift.agentapi.audit.CurrentActor;
import dev.nightshift.agentapi.signin.CurrentScopes;
import dev.nightshift.service.token.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;

/** The member of this request, with what the member came with. */
@RequestScoped
class CurrentMaker {
    private final CurrentCaller caller;
    private final CurrentActor actor;
    private final CurrentScopes scopes;

    CurrentMaker(CurrentCaller caller, CurrentActor actor, CurrentScopes scopes) {
        this.caller = caller;
        this.actor = actor;
        this.scopes = scopes;
    }

    Maker get() {
        return new Maker(actor.get(), caller.member().memberId(), scopes.get());
    }
}
