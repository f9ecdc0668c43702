package dev.nightshift.collab.live;

import dev.nightshift.service.problem.Outage;
import dev.nightshift.service.token.Caller;
import dev.nightshift.service.token.CurrentCaller;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks the platform token at the upgrade, and only there: tying the connection to the token's identity would close it
 * when the token expires, after a minute. The upgrade is always permitted, since a browser sees the code of a close but
 * not the status of a refused upgrade.
 */
@ApplicationScoped
class UpgradeToken implements HttpUpgradeCheck {
    /** Who connects; absent for nobody. */
    static final UserData.TypedKey<Caller> CALLER = new UserData.TypedKey<>("caller");

    /** There when the token could not be checked. */
    static final UserData.TypedKey<Boolean> UNCHECKED = UserData.TypedKey.forBoolean("unchecked");

    private static final String SCHEME = "Bearer ";

    private final TenantIdentityProvider tokens;

    UpgradeToken(TenantIdentityProvider tokens) {
        this.tokens = tokens;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        return Uni.createFrom()
                .deferred(() -> caller(context.httpRequest().getHeader("Authorization")))
                .invoke(caller -> caller.ifPresent(c -> context.userData().put(CALLER, c)))
                .onFailure(Outage::is)
                .invoke(() -> context.userData().put(UNCHECKED, true))
                .onFailure()
                .recoverWithItem(Optional.empty())
                .map(caller -> CheckResult.permitUpgradeSync());
    }

    private Uni<Optional<Caller>> caller(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Uni.createFrom().item(Optional.empty());
        }
        String token = authorization.substring(SCHEME.length()).trim();
        return tokens.authenticate(new AccessTokenCredential(token))
                .map(identity -> Optional.of(CurrentCaller.of(identity)));
    }
}
