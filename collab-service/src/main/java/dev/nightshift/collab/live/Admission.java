package dev.nightshift.collab.live;

import dev.nightshift.collab.live.LiveConnection.Watching;
import dev.nightshift.collab.log.SessionLog;
import dev.nightshift.collab.session.VisibleSession;
import dev.nightshift.collab.session.VisibleSessions;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets a connection watch a session, from the place in the log that it asks for. */
@ApplicationScoped
class Admission {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int RETRY_AFTER_SECONDS = 1;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final VisibleSessions visible;
    private final LiveSessions live;
    private final Greeting greeting;
    private final SessionLog log;
    private final SendWindow.Bounds bounds;

    Admission(VisibleSessions visible, LiveSessions live, Greeting greeting, SessionLog log, LiveSettings settings) {
        this.visible = visible;
        this.live = live;
        this.greeting = greeting;
        this.log = log;
        this.bounds = settings.bounds();
    }

    /** To be called on the socket's event loop. Fails with a problem where the caller may not watch. */
    Uni<LiveConnection> admit(WebSocketConnection socket) {
        Context loop = Objects.requireNonNull(Vertx.currentContext(), "a socket opens on its event loop");
        return Uni.createFrom()
                .item(() -> member(socket))
                .chain(member -> visible.require(member, socket.pathParam("id"))
                        .map(seen -> connection(socket, loop, seen, member)))
                .chain(connection -> watch(connection, after(socket)))
                .ifNoItem()
                .after(PATIENCE)
                .fail();
    }

    private Uni<LiveConnection> watch(LiveConnection connection, @Nullable String after) {
        live.join(connection);
        return greeting.say(connection, after)
                .onFailure()
                .invoke(() -> live.leave(connection))
                .onCancellation()
                .invoke(() -> live.leave(connection))
                .replaceWith(connection);
    }

    private LiveConnection connection(
            WebSocketConnection socket, Context loop, VisibleSession seen, MemberCaller member) {
        return new LiveConnection(
                socket,
                loop,
                log,
                new Watching(seen, member),
                new LiveCursor(bounds, () -> System.nanoTime() / NANOS_PER_MILLI));
    }

    private static MemberCaller member(WebSocketConnection socket) {
        if (socket.userData().get(UpgradeToken.UNCHECKED) != null) {
            throw Problem.unavailable("The token cannot be checked now.", RETRY_AFTER_SECONDS);
        }
        Caller caller = socket.userData().get(UpgradeToken.CALLER);
        if (caller == null) {
            throw Problem.unauthorized();
        }
        if (caller instanceof MemberCaller member) {
            return member;
        }
        throw Problem.notFound("session");
    }

    /** Absent where it was not sent; a query that cannot be decoded counts as garbage. */
    private static @Nullable String after(WebSocketConnection socket) {
        try {
            List<String> values = new QueryStringDecoder("?"
                            + Objects.requireNonNullElse(
                                    socket.handshakeRequest().query(), ""))
                    .parameters()
                    .get("after");
            return values == null ? null : values.getLast();
        } catch (IllegalArgumentException e) {
            return "unreadable";
        }
    }
}
