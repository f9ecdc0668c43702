package dev.nightshift.agentapi.agent;

import dev.nightshift.agentapi.audit.CurrentActor;
import dev.nightshift.service.token.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;

/** The person who sends this request. Ask before leaving the request's thread, and keep the answer. */
@RequestScoped
public class CurrentPerson {
    private final CurrentCaller caller;
    private final CurrentActor actor;

    CurrentPerson(CurrentCaller caller, CurrentActor actor) {
        this.caller = caller;
        this.actor = actor;
    }

    /** 403 for anything but a member. */
    public Person get() {
        return new Person(caller.member(), actor.get());
    }
}
