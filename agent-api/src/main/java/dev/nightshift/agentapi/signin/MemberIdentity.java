package dev.nightshift.agentapi.signin;

import dev.nightshift.service.token.Caller.MemberCaller;
import dev.nightshift.service.token.CurrentCaller;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Set;

/** A member as the sender of a request, bound by the scopes of what the member came with. */
final class MemberIdentity {
    private static final String SCOPES = "nightshift.scopes";
    private static final Set<String> MEMBER = Set.of("member");
    private static final Set<String> ADMIN = Set.of("member", "admin");

    private MemberIdentity() {}

    static SecurityIdentity of(BearerIdentity known) {
        MemberCaller caller = within(known.caller(), known.scopes());
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(caller.memberId().toString()))
                .addRoles(caller.admin() ? ADMIN : MEMBER)
                .addAttribute(CurrentCaller.ATTRIBUTE, caller)
                .addAttribute(SCOPES, known.scopes())
                .build();
    }

    /** What the credential of this request may be used for. */
    static Scopes scopes(SecurityIdentity identity) {
        return identity.getAttribute(SCOPES) instanceof Scopes scopes ? scopes : Scopes.ALL;
    }

    private static MemberCaller within(MemberCaller caller, Scopes scopes) {
        return new MemberCaller(
                caller.memberId(),
                caller.name(),
                caller.admin() && scopes.includeAdmin(),
                caller.groups(),
                caller.credential());
    }
}
