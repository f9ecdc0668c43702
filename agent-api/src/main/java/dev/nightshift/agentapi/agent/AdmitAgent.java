package dev.nightshift.agentapi.agent;

import dev.nightshift.agentapi.emergency.EmergencyStop;
import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whether there may be another agent: there is room for it among its owner's, and none that works comes while
 * everything is stopped. Org agents belong to the organisation and count for nobody.
 */
@ApplicationScoped
public class AdmitAgent {
    /** One after the other for each member, so that two at once do not both take the last place. */
    private static final String LOCK =
            "select max_agents from members where id = $1 and state = 'active' for no key update";

    private static final String COUNT =
            "select count(*) from agents where owner_id = $1 and type = 'user' and deleted_at is null";

    private final EmergencyStop emergency;
    private final AgentQuota quota;

    AdmitAgent(EmergencyStop emergency, AgentQuota quota) {
        this.emergency = emergency;
        this.quota = quota;
    }

    /** 409 where it may not be; before any other lock is taken. */
    Uni<Void> another(SqlConnection transaction, MemberId owner, AgentType type, AgentState state) {
        Uni<Void> allowed = state == AgentState.ACTIVE
                ? emergency.refuseWhileInForce(transaction)
                : Uni.createFrom().voidItem();
        return allowed.chain(() -> type == AgentType.USER
                ? room(transaction, owner, 1)
                : Uni.createFrom().voidItem());
    }

    /** 409 where the member has no room for {@code more} user agents. */
    public Uni<Void> room(SqlConnection transaction, MemberId owner, int more) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(owner.value()))
                .map(this::most)
                .chain(most -> transaction
                        .preparedQuery(COUNT)
                        .execute(Tuple.of(owner.value()))
                        .map(rows -> rows.iterator().next().getLong(0))
                        .invoke(has -> {
                            if (has + more > most) {
                                throw Problem.conflict("There are " + has + " agents already; a member may have " + most
                                        + ". Delete one first.");
                            }
                        }))
                .replaceWithVoid();
    }

    private int most(RowSet<Row> found) {
        Row row = found.stream().findFirst().orElseThrow(() -> Problem.conflict("The member is not active any more."));
        Integer own = row.getInteger("max_agents");
        return own == null ? quota.most() : own;
    }
}
