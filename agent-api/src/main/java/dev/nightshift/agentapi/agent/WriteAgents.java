package dev.nightshift.agentapi.agent;

import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.AuditLog;
import dev.nightshift.agentapi.version.AgentVersion.By;
import dev.nightshift.agentapi.version.VersionLog;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Predicate;

/**
 * The one place where agents are written: the row, its version, what the other services must know, the audit log and
 * the public event, all in the caller's transaction. Agents that change must be locked.
 */
@ApplicationScoped
public class WriteAgents {
    private static final String PLATFORM = "Nightshift";

    private final Agents agents;
    private final VersionLog versions;
    private final AnnounceAgent announce;
    private final AuditLog audit;

    WriteAgents(Agents agents, VersionLog versions, AnnounceAgent announce, AuditLog audit) {
        this.agents = agents;
        this.versions = versions;
        this.announce = announce;
        this.audit = audit;
    }

    public Uni<Void> write(SqlConnection transaction, AgentWritten change, Actor by) {
        return write(transaction, List.of(change), by);
    }

    public Uni<Void> write(SqlConnection transaction, List<AgentWritten> changes, Actor by) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        By author = new By(
                by.kind() == Actor.Kind.MEMBER ? by.id() : null,
                by.kind() == Actor.Kind.MEMBER && by.name() != null ? by.name() : PLATFORM);
        return rows(transaction, changes)
                .chain(() -> versions.add(
                        transaction,
                        changes.stream().map(change -> change.version(author)).toList()))
                .chain(() -> announce.changes(transaction, changes))
                .chain(() -> acts(transaction, changes, by))
                .chain(() -> announce.statuses(transaction, after(changes, AgentWritten::movesState)));
    }

    /** Sends what was written; after the commit. */
    public void nudge() {
        announce.nudge();
    }

    private Uni<Void> rows(SqlConnection transaction, List<AgentWritten> changes) {
        Uni<Void> written = Uni.createFrom().voidItem();
        for (Agent agent : after(changes, AgentWritten::isNew)) {
            written = written.chain(() -> agents.insert(transaction, agent));
        }
        List<Agent> changed = after(changes, change -> !change.isNew());
        List<Agent> decided = after(changes, AgentWritten::decidesState);
        return written.chain(
                        () -> changed.isEmpty() ? Uni.createFrom().voidItem() : agents.update(transaction, changed))
                .chain(() -> decided.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : agents.isDecidedAnew(
                                transaction, decided.stream().map(Agent::id).toList()));
    }

    private Uni<Void> acts(SqlConnection transaction, List<AgentWritten> changes, Actor by) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (AgentWritten change : changes) {
            all = all.chain(() -> audit.write(transaction, by, change.act()));
        }
        return all;
    }

    private static List<Agent> after(List<AgentWritten> changes, Predicate<AgentWritten> which) {
        return changes.stream().filter(which).map(AgentWritten::after).toList();
    }
}
