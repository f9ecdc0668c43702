package dev.nightshift.agentapi.accesstoken;

import dev.nightshift.agentapi.member.MemberDepartures;
import dev.nightshift.contracts.MemberId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** A removed member's tokens go for good. Those of a disabled one are of no use as long as that lasts. */
@ApplicationScoped
class TokensOfTheRemoved implements MemberDepartures {
    private static final String DELETE = "delete from access_tokens where member_id = $1";

    @Override
    public Uni<Void> left(SqlConnection transaction, MemberId member, Reason reason) {
        return switch (reason) {
            case DISABLED -> Uni.createFrom().voidItem();
            case REMOVED ->
                transaction
                        .preparedQuery(DELETE)
                        .execute(Tuple.of(member.value()))
                        .replaceWithVoid();
        };
    }
}
