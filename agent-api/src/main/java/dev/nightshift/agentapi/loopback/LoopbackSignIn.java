package dev.nightshift.agentapi.loopback;

import dev.nightshift.agentapi.member.Members;
import dev.nightshift.agentapi.settings.SignInMode;
import dev.nightshift.agentapi.signin.RequestSignIn;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Everybody is the first admin; {@link OnlyLoopback} has seen to it that it is somebody at this machine. */
@ApplicationScoped
class LoopbackSignIn implements RequestSignIn {
    private static final String FIRST_ADMIN =
            "select id from members where role = 'admin' and state = 'active' order by created_at, id limit 1";

    private final Pool pool;
    private final Members members;

    LoopbackSignIn(Pool pool, Members members) {
        this.pool = pool;
        this.members = members;
    }

    @Override
    public boolean serves(SignInMode mode) {
        return mode == SignInMode.NONE;
    }

    @Override
    public Uni<Optional<MemberCaller>> identify(HttpServerRequest request) {
        return pool.query(FIRST_ADMIN)
                .execute()
                .map(rows -> rows.stream().findFirst().map(row -> new MemberId(row.getUUID("id"))))
                .chain(first -> first.map(id -> members.caller(id, null))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }
}
