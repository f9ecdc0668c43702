package dev.nightshift.collab.live;

import dev.nightshift.collab.live.Step.Close;
import dev.nightshift.collab.live.Step.Read;
import dev.nightshift.collab.live.Step.Send;
import dev.nightshift.collab.log.LogEvent;
import dev.nightshift.collab.log.SessionLog;
import dev.nightshift.collab.session.VisibleSession;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * One open socket: gives its {@link LiveCursor} what it hears and does what it says. All of it happens on the socket's
 * own event loop, so that frames leave in the order in which they were decided.
 */
final class LiveConnection {
    private static final Logger LOG = Logger.getLogger(LiveConnection.class);
    private static final int PAGE_EVENTS = 200;
    private static final Duration READ_PATIENCE = Duration.ofSeconds(10);
    private static final long PAGE_BYTES = 512 * 1024;

    private final WebSocketConnection socket;
    private final Context loop;
    private final SessionLog log;
    private final Watching who;
    private final LiveCursor cursor;
    private final Queue<Supplier<List<Step>>> inbox = new ArrayDeque<>();
    private boolean working;

    LiveConnection(WebSocketConnection socket, Context loop, SessionLog log, Watching who, LiveCursor cursor) {
        this.socket = socket;
        this.loop = loop;
        this.log = log;
        this.who = who;
        this.cursor = cursor;
    }

    /** Who watches what, as it was when the socket was opened. */
    record Watching(VisibleSession seen, MemberCaller caller) {}

    Watching watching() {
        return who;
    }

    VisibleSession seen() {
        return who.seen();
    }

    SessionId session() {
        return who.seen().id();
    }

    Author member() {
        return new Author(who.caller().memberId(), who.caller().name());
    }

    void open(List<String> greetings, long after, long head) {
        tell(() -> cursor.open(greetings, after, head));
    }

    void committed(List<LogEvent> events) {
        tell(() -> cursor.committed(events));
    }

    void headIs(long head) {
        tell(() -> cursor.headIs(head));
    }

    void answer(String frame) {
        tell(() -> cursor.answer(frame));
    }

    void tick() {
        tell(cursor::tick);
    }

    void gone() {
        tell(() -> {
            cursor.gone();
            return List.of();
        });
    }

    boolean isOver() {
        return socket.isClosed();
    }

    Uni<Void> close(int code, String reason) {
        return socket.close(new CloseReason(code, reason)).onFailure().recoverWithNull();
    }

    private void tell(Supplier<List<Step>> input) {
        loop.runOnContext(ignored -> take(input));
    }

    /** A step may cause the next input before it returns; that waits for its turn. */
    private void take(Supplier<List<Step>> input) {
        inbox.add(input);
        if (working) {
            return;
        }
        working = true;
        try {
            for (Supplier<List<Step>> next = inbox.poll(); next != null; next = inbox.poll()) {
                next.get().forEach(this::perform);
            }
        } finally {
            working = false;
        }
    }

    private void perform(Step step) {
        switch (step) {
            case Send send -> socket.sendText(send.frame()).subscribe().with(done -> tell(cursor::taken), f -> gone());
            case Read read ->
                log.read(session(), read.after(), PAGE_EVENTS, PAGE_BYTES)
                        .ifNoItem()
                        .after(READ_PATIENCE)
                        .fail()
                        .subscribe()
                        .with(page -> tell(() -> cursor.page(page)), this::readFailed);
            case Close close ->
                close(close.code(), close.reason())
                        .subscribe()
                        .with(done -> LOG.infof("closed sessionId=%s code=%d", session(), close.code()));
        }
    }

    private void readFailed(Throwable failure) {
        LOG.debugf("log could not be read sessionId=%s reason=%s", session(), failure);
        tell(cursor::readFailed);
    }
}
