package dev.nightshift.agentapi.emergency;

import dev.nightshift.agentapi.audit.Act;
import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.AuditLog;
import dev.nightshift.contracts.Author;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.publish.CommittedRows;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Brings the emergency stop into force, and releases it. */
@ApplicationScoped
class ChangeEmergencyStop {
    private static final String BEGIN = """
            update emergency_stop set since = date_trunc('milliseconds', clock_timestamp()), by_id = $1, by_name = $2,
                reason = $3""";
    private static final String END =
            "update emergency_stop set since = null, by_id = null, by_name = null, reason = null";

    private final Pool pool;
    private final AuditLog audit;
    private final CommittedRows rows;
    private final List<EmergencyMeasure> measures;

    ChangeEmergencyStop(Pool pool, AuditLog audit, CommittedRows rows, @All List<EmergencyMeasure> measures) {
        this.pool = pool;
        this.audit = audit;
        this.rows = rows;
        this.measures = measures.stream()
                .sorted(Comparator.comparingInt(EmergencyMeasure::turn))
                .toList();
    }

    /** 409 where one is in force already. */
    Uni<Emergency> begin(Author by, String reason, Actor actor) {
        return pool.withTransaction(transaction -> EmergencyStop.lock(transaction)
                        .invoke(ChangeEmergencyStop::refuseAnother)
                        .chain(() -> transaction
                                .preparedQuery(BEGIN)
                                .execute(Tuple.of(by.memberId().value(), by.name(), reason)))
                        .chain(() -> EmergencyStop.lock(transaction).map(Optional::orElseThrow))
                        .call(emergency -> each(measure -> measure.stop(transaction, emergency, actor)))
                        .call(() -> audit.write(
                                transaction, actor, Act.done("emergency.started", null, Map.of("reason", reason)))))
                .invoke(rows::nudge);
    }

    /** Nothing happens where none is in force. */
    Uni<Void> end(Actor actor) {
        return pool.withTransaction(transaction -> EmergencyStop.lock(transaction)
                        .chain(found -> found.isPresent()
                                ? release(transaction, found.get(), actor)
                                : Uni.createFrom().voidItem()))
                .invoke(rows::nudge);
    }

    private Uni<Void> release(SqlConnection transaction, Emergency emergency, Actor actor) {
        Map<String, Object> detail = Map.of(
                "since", emergency.since().toString(), "by", emergency.by().name());
        return transaction
                .query(END)
                .execute()
                .chain(() -> each(measure -> measure.release(transaction, actor)))
                .chain(() -> audit.write(transaction, actor, Act.done("emergency.ended", null, detail)));
    }

    private Uni<Void> each(Function<EmergencyMeasure, Uni<Void>> act) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (EmergencyMeasure measure : measures) {
            all = all.chain(() -> act.apply(measure));
        }
        return all;
    }

    private static void refuseAnother(Optional<Emergency> emergency) {
        emergency.ifPresent(inForce -> {
            throw Problem.conflict(inForce.sentence() + ". It is in force already.");
        });
    }
}
