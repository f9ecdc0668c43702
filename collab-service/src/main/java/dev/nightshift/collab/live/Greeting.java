package dev.nightshift.collab.live;

import dev.nightshift.collab.live.Frames.ActiveRun;
import dev.nightshift.collab.session.Session;
import dev.nightshift.collab.session.SessionRuns;
import dev.nightshift.collab.session.Sessions;
import dev.nightshift.contracts.RunId;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a connection is told first: how the session stands now, and whether its {@code after} can be continued. */
@ApplicationScoped
class Greeting {
    private final Pool pool;
    private final Sessions sessions;
    private final SessionRuns runs;
    private final LiveSessions live;

    Greeting(Pool pool, Sessions sessions, SessionRuns runs, LiveSessions live) {
        this.pool = pool;
        this.sessions = sessions;
        this.runs = runs;
        this.live = live;
    }

    /** Opens a connection that is among the watchers already, so that nothing committed from now on escapes it. */
    Uni<Void> say(LiveConnection connection, @Nullable String after) {
        return sessions.find(pool, connection.session())
                .map(found -> found.orElseThrow(() -> Problem.notFound("session")))
                .chain(session -> activeRun(session).invoke(run -> open(connection, after, session, run.orElse(null))))
                .replaceWithVoid();
    }

    private void open(LiveConnection connection, @Nullable String after, Session session, @Nullable ActiveRun run) {
        StartingPoint start = StartingPoint.of(after, session.head());
        List<String> greetings = new ArrayList<>();
        greetings.add(Frames.hello(
                session.head(), connection.seen().role(), connection.member(), live.participants(session.id()), run));
        start.resyncReason().ifPresent(reason -> greetings.add(Frames.resync(reason, session.head())));
        connection.open(greetings, start.after(), session.head());
    }

    private Uni<Optional<ActiveRun>> activeRun(Session session) {
        RunId active = session.activeRun();
        return active == null
                ? Uni.createFrom().item(Optional.empty())
                : runs.find(pool, active).map(found -> found.map(run -> new ActiveRun(run.runId(), run.status())));
    }
}
