package dev.nightshift.agentapi.group;

import dev.nightshift.agentapi.audit.Act;
import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.AuditLog;
import dev.nightshift.contracts.Uuids;
import dev.nightshift.service.idempotency.Answer;
import dev.nightshift.service.idempotency.Once;
import dev.nightshift.service.idempotency.Repeatable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.UUID;

/** Makes, renames and deletes groups. */
@ApplicationScoped
class ChangeGroup {
    private final Pool pool;
    private final Once once;
    private final AuditLog audit;

    ChangeGroup(Pool pool, Once once, AuditLog audit) {
        this.pool = pool;
        this.once = once;
        this.audit = audit;
    }

    /** 409 when the name is taken. */
    Uni<Answer> create(Repeatable call, String name, Actor by) {
        return once.run(
                call,
                transaction -> Groups.insert(transaction, Uuids.v7(), name)
                        .call(group ->
                                audit.write(transaction, by, Act.done("group.created", Groups.target(group), Map.of())))
                        .map(group ->
                                Answer.of(201, group, Map.of(HttpHeaders.LOCATION, "/api/groups/" + group.id()))));
    }

    Uni<GroupView> rename(UUID id, String name, Actor by) {
        return pool.withTransaction(transaction -> Groups.lock(transaction, id)
                .call(() -> Groups.rename(transaction, id, name))
                .call(before -> audit.write(
                        transaction, by, Act.done("group.renamed", Groups.target(before), Map.of("name", name))))
                .map(before -> new GroupView(id, name, before.origin(), before.memberCount(), before.createdAt())));
    }

    /** What was granted to the group is granted to nobody then. */
    Uni<Void> delete(UUID id, Actor by) {
        return pool.withTransaction(transaction -> Groups.lock(transaction, id)
                .call(() -> Groups.delete(transaction, id))
                .chain(group ->
                        audit.write(transaction, by, Act.done("group.deleted", Groups.target(group), Map.of()))));
    }
}
