package dev.nightshift.agentapi.device;

import dev.nightshift.agentapi.accesstoken.AccessTokens;
import dev.nightshift.agentapi.accesstoken.NewAccessToken;
import dev.nightshift.agentapi.audit.Act;
import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.AuditLog;
import dev.nightshift.agentapi.member.Members;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the access token of an approved request, in the name of who approved it, if that member is still here. */
@ApplicationScoped
class GiveToken {
    private final Members members;
    private final AccessTokens tokens;
    private final AuditLog audit;
    private final DeviceRequests requests;
    private final DeviceSettings settings;

    GiveToken(Members members, AccessTokens tokens, AuditLog audit, DeviceRequests requests, DeviceSettings settings) {
        this.members = members;
        this.tokens = tokens;
        this.audit = audit;
        this.requests = requests;
        this.settings = settings;
    }

    Uni<Polled> once(SqlConnection transaction, DeviceRequest request, Instant now, @Nullable String address) {
        MemberId member = Objects.requireNonNull(request.member(), "somebody approved it");
        return members.caller(member, null)
                .chain(found -> found.map(caller -> give(transaction, request, now, caller, address))
                        .orElseGet(() -> Uni.createFrom().item(new Polled.Refused(PollAnswer.ACCESS_DENIED))));
    }

    private Uni<Polled> give(
            SqlConnection transaction,
            DeviceRequest request,
            Instant now,
            MemberCaller caller,
            @Nullable String address) {
        NewAccessToken asked = new NewAccessToken(request.clientId(), request.scopes(), now.plus(settings.tokenLife()));
        return tokens.make(transaction, caller.memberId(), asked)
                .call(made -> audit.write(transaction, Actor.of(caller, address), act(made, asked)))
                .call(() -> requests.use(transaction, request.id()))
                .map(made -> new Polled.Given(made.text(), request.scopes(), settings.tokenLife()));
    }

    private static Act act(AccessTokens.Made made, NewAccessToken asked) {
        return Act.done(
                "token.created",
                new Act.Target("token", made.id().toString(), asked.name()),
                Map.of("scopes", asked.scopes().labels(), "device", true));
    }
}
