package dev.nightshift.collab.live;

import dev.nightshift.collab.log.LogEvent;
import dev.nightshift.collab.log.LogWatcher;
import dev.nightshift.collab.log.SessionLog;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.service.problem.Problem;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** The sockets of this node, by the session they watch. */
@ApplicationScoped
class LiveSessions implements LogWatcher {
    private static final Logger LOG = Logger.getLogger(LiveSessions.class);
    private static final Duration CHECK_PATIENCE = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final int RETRY_AFTER_SECONDS = 1;

    private final SessionLog log;
    private final Map<SessionId, Set<LiveConnection>> watching = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    LiveSessions(SessionLog log) {
        this.log = log;
    }

    /** Fails as unavailable while this node stops. */
    void join(LiveConnection connection) {
        if (stopping) {
            throw Problem.unavailable("This node stops.", RETRY_AFTER_SECONDS);
        }
        watching.compute(connection.session(), (id, others) -> {
            Set<LiveConnection> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(connection);
            return all;
        });
    }

    void leave(LiveConnection connection) {
        connection.gone();
        watching.computeIfPresent(connection.session(), (id, all) -> {
            all.remove(connection);
            return all.isEmpty() ? null : all;
        });
    }

    boolean isWatched(SessionId session) {
        return watching.containsKey(session);
    }

    /** All sockets of this node. */
    List<LiveConnection> all() {
        return watching.values().stream().flatMap(Collection::stream).toList();
    }

    /** How many sockets of this node watch the session. */
    int watchers(SessionId session) {
        return of(session).size();
    }

    /** Everybody who watches the session through this node, once each. */
    List<Participant> participants(SessionId session) {
        return of(session).stream()
                .map(LiveConnection::member)
                .distinct()
                .map(member -> Participant.connected(member.memberId(), member.name()))
                .toList();
    }

    @Override
    public void committed(SessionId session, List<LogEvent> events) {
        of(session).forEach(connection -> connection.committed(events));
    }

    /** Heals a notice that was lost, and closes who does not take what is sent. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> check() {
        if (watching.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        watching.values().stream().flatMap(Collection::stream).forEach(this::checkOne);
        return log.heads(Set.copyOf(watching.keySet()))
                .invoke(heads -> heads.forEach((id, head) -> of(id).forEach(c -> c.headIs(head))))
                .ifNoItem()
                .after(CHECK_PATIENCE)
                .fail()
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.debugf("heads could not be read reason=%s", failure);
                    return null;
                });
    }

    private void checkOne(LiveConnection connection) {
        if (connection.isOver()) {
            leave(connection);
        } else {
            connection.tick();
        }
    }

    /** Before the server stops: it would close the sockets itself then, as if all had been said. */
    void sayGoodbye(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
        List<Uni<Void>> goodbyes = watching.values().stream()
                .flatMap(Collection::stream)
                .map(connection -> connection.close(CloseCodes.RESTART, "restart; reconnect with after"))
                .toList();
        if (!goodbyes.isEmpty()) {
            Uni.join()
                    .all(goodbyes)
                    .andCollectFailures()
                    .replaceWithVoid()
                    .ifNoItem()
                    .after(FAREWELL)
                    .recoverWithItem(() -> null)
                    .onFailure()
                    .recoverWithNull()
                    .await()
                    .indefinitely();
        }
    }

    private Set<LiveConnection> of(SessionId session) {
        return watching.getOrDefault(session, Set.of());
    }
}
