package dev.nightshift.agentapi.audit;

import dev.nightshift.service.token.Caller;
import dev.nightshift.service.token.Caller.MemberCaller;
import dev.nightshift.service.token.Caller.RunCaller;
import dev.nightshift.service.token.Caller.ServiceCaller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did something, and from where. {@code credential} is what the person came with, as a platform token names it;
 * {@code address} is the client's, absent for the platform's own acts.
 */
public record Actor(
        Kind kind,
        @Nullable UUID id,
        @Nullable String name,
        @Nullable String address,
        @Nullable String credential) {

    /** What kind of party it is. */
    public enum Kind {
        MEMBER,
        SERVICE,
        SYSTEM,
        ANONYMOUS
    }

    /** The platform itself, for instance when it starts. */
    public static Actor system() {
        return new Actor(Kind.SYSTEM, null, null, null, null);
    }

    /** Somebody who has not signed in (yet). {@code name}: the user name that was tried, where there is one. */
    public static Actor anonymous(@Nullable String name, @Nullable String address) {
        return new Actor(Kind.ANONYMOUS, null, name, address, null);
    }

    public static Actor of(Caller caller, @Nullable String address) {
        return switch (caller) {
            case MemberCaller member ->
                new Actor(Kind.MEMBER, member.memberId().value(), member.name(), address, member.credential());
            case RunCaller run -> new Actor(Kind.SERVICE, run.runId().value(), "run", address, null);
            case ServiceCaller service -> new Actor(Kind.SERVICE, null, service.service(), address, null);
        };
    }
}
