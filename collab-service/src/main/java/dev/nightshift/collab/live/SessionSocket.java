package dev.nightshift.collab.live;

import dev.nightshift.service.problem.Problem;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** {@code WS /ws/sessions/{id}?after={seq}}. */
@WebSocket(path = "/ws/sessions/{id}")
class SessionSocket {
    private static final Logger LOG = Logger.getLogger(SessionSocket.class);
    private static final UserData.TypedKey<LiveConnection> LIVE = new UserData.TypedKey<>("live");

    private final Admission admission;
    private final LiveSessions live;
    private final AnswerFrame answer;

    SessionSocket(Admission admission, LiveSessions live, AnswerFrame answer) {
        this.admission = admission;
        this.live = live;
        this.answer = answer;
    }

    @OnOpen
    Uni<Void> open(WebSocketConnection socket) {
        return admission
                .admit(socket)
                .invoke(connection -> socket.userData().put(LIVE, connection))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> socket.close(reason(failure)));
    }

    @OnTextMessage
    Uni<Void> text(String text, WebSocketConnection socket) {
        LiveConnection connection = socket.userData().get(LIVE);
        return connection == null
                ? Uni.createFrom().voidItem()
                : answer.to(text, connection.seen(), connection.member())
                        .invoke(frame -> frame.ifPresent(connection::answer))
                        .replaceWithVoid();
    }

    @OnBinaryMessage
    Uni<Void> binary(Buffer bytes, WebSocketConnection socket) {
        LiveConnection connection = socket.userData().get(LIVE);
        if (connection != null) {
            connection.answer(Frames.problem(null, Problem.malformed("Frames are text.")));
        }
        return Uni.createFrom().voidItem();
    }

    @OnClose
    Uni<Void> close(WebSocketConnection socket) {
        @Nullable LiveConnection connection = socket.userData().get(LIVE);
        if (connection != null) {
            live.leave(connection);
        }
        return Uni.createFrom().voidItem();
    }

    /** Whoever cut the connection cannot be told anything, and did nothing that is worth a word. */
    @OnError
    Uni<Void> error(Throwable failure, WebSocketConnection socket) {
        if (socket.isClosed() || failure instanceof HttpClosedException) {
            LOG.debugf("socket cut path=%s", socket.handshakeRequest().path());
            return close(socket);
        }
        if (isTooBig(failure)) {
            return close(socket).chain(() -> socket.close(new CloseReason(CloseCodes.TOO_BIG, "frame too big")));
        }
        LOG.warnf("socket failed path=%s reason=%s", socket.handshakeRequest().path(), failure);
        return close(socket).chain(() -> socket.close(new CloseReason(CloseCodes.RESTART, "failed; reconnect")));
    }

    /** A message in parts is refused with no type of its own. */
    private static boolean isTooBig(Throwable failure) {
        return failure instanceof CorruptedWebSocketFrameException broken
                ? broken.closeStatus().code() == CloseCodes.TOO_BIG
                : String.valueOf(failure.getMessage()).contains("max message size");
    }

    /** Whoever may not see the session must not learn more; what can pass invites to reconnect. */
    private static CloseReason reason(Throwable failure) {
        if (failure instanceof Problem problem) {
            switch (problem.status()) {
                case 401, 403:
                    return new CloseReason(CloseCodes.SIGNED_OUT, "signed out");
                case 404:
                    return new CloseReason(CloseCodes.NOT_VISIBLE, "no such session");
                default:
                    break;
            }
        }
        LOG.warnf("socket could not be opened reason=%s", failure);
        return new CloseReason(CloseCodes.RESTART, "not available now; reconnect");
    }
}
