package dev.nightshift.agentapi.proxy;

import dev.nightshift.agentapi.member.Members;
import dev.nightshift.agentapi.member.Profile;
import dev.nightshift.agentapi.settings.SignInMode;
import dev.nightshift.agentapi.signin.RequestSignIn;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Whoever the trusted proxy names. The first request of somebody makes the member; an account with exactly this user
 * name, such as {@code admin} of the first start, is taken.
 */
@ApplicationScoped
class ProxySignIn implements RequestSignIn {
    private static final int LONGEST = 255;

    private final TrustedProxy proxy;
    private final Members members;

    ProxySignIn(TrustedProxy proxy, Members members) {
        this.proxy = proxy;
        this.members = members;
    }

    @Override
    public boolean serves(SignInMode mode) {
        return mode == SignInMode.HEADER;
    }

    @Override
    public Uni<Optional<MemberCaller>> identify(HttpServerRequest request) {
        List<String> values = proxy.values(request);
        if (values.size() != 1 || !isName(values.getFirst()) || !proxy.sent(request)) {
            return Uni.createFrom().item(Optional.empty());
        }
        String username = values.getFirst().strip();
        return members.ofIdentity(
                Members.PROXY,
                username,
                new Profile(username, null, null, null, proxy.isAdmin(username) ? true : null));
    }

    /** A comma could be two headers that somebody on the way made one of. */
    private static boolean isName(String value) {
        return !value.isBlank()
                && value.length() <= LONGEST
                && !value.contains(",")
                && value.strip().codePoints().noneMatch(ProxySignIn::isInvisible);
    }

    private static boolean isInvisible(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.UNASSIGNED;
    }
}
