package dev.nightshift.agentapi.webhook;

import dev.nightshift.agentapi.member.MemberDepartures;
import dev.nightshift.contracts.MemberId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** A removed member's webhooks go too; those of a disabled one are silent, since such a member sees nothing. */
@ApplicationScoped
class WebhooksOfGoneMembers implements MemberDepartures {
    @Override
    public Uni<Void> left(SqlConnection transaction, MemberId member, Reason reason) {
        return switch (reason) {
            case DISABLED -> Uni.createFrom().voidItem();
            case REMOVED ->
                transaction
                        .preparedQuery("delete from webhooks where member_id = $1")
                        .execute(Tuple.of(member.value()))
                        .replaceWithVoid();
        };
    }
}
