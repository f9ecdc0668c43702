package dev.nightshift.agentapi.panel;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.nightshift.agentapi.credential.OpenStreams;
import dev.nightshift.agentapi.credential.OpenStreams.Ending;
import dev.nightshift.agentapi.event.EventHead;
import dev.nightshift.contracts.Json;
import dev.nightshift.service.token.Caller;
import dev.nightshift.service.token.Caller.MemberCaller;
import dev.nightshift.service.token.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The panel, live. Whenever something has happened, at most twice a second, the lists are read anew and the difference is
 * sent; a slow reader is told of fewer states in between, never of a wrong one.
 */
@WebSocket(path = PanelSocket.PATH)
@Authenticated
class PanelSocket {
    static final String PATH = "/background-agent-ws";

    private static final Logger LOG = Logger.getLogger(PanelSocket.class);
    private static final UserData.TypedKey<OpenStreams.Registration> HELD = new UserData.TypedKey<>("held");
    private static final int SIGNED_OUT = 4401;
    private static final int ROLE_LOST = 4403;
    private static final Duration AT_MOST_EVERY = Duration.ofMillis(500);
    private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(2);

    private final Panel panel;
    private final EventHead head;
    private final SecurityIdentity identity;
    private final OpenStreams streams;

    PanelSocket(Panel panel, EventHead head, SecurityIdentity identity, OpenStreams streams) {
        this.panel = panel;
        this.head = head;
        this.identity = identity;
        this.streams = streams;
    }

    @OnOpen
    Multi<String> open(WebSocketConnection socket) {
        Caller caller = CurrentCaller.of(identity);
        if (!(caller instanceof MemberCaller member)) {
            return Multi.createFrom().empty();
        }
        socket.userData().put(HELD, streams.add(member, why -> end(socket, why)));
        PanelChanges changes = new PanelChanges();
        return ticks().select()
                .first(tick -> socket.isOpen())
                .onItem()
                .transformToUniAndConcatenate(
                        tick -> panel.of(member).map(changes::to).onFailure().recoverWithItem(List.of()))
                .onItem()
                .transformToIterable(messages -> messages)
                .map(PanelSocket::text);
    }

    /** Now, after each change, and every two seconds for runs that nothing public is said about yet. */
    private Multi<Long> ticks() {
        Multi<Long> clock =
                Multi.createFrom().ticks().every(AT_LEAST_EVERY).onOverflow().drop();
        Multi<Long> changed = Multi.createBy()
                .merging()
                .streams(head.changes(), clock)
                .onOverflow()
                .dropPreviousItems()
                .onItem()
                .call(() -> Uni.createFrom().voidItem().onItem().delayIt().by(AT_MOST_EVERY));
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(0L), changed);
    }

    @OnClose
    Uni<Void> close(WebSocketConnection socket) {
        OpenStreams.Registration held = socket.userData().get(HELD);
        if (held != null) {
            held.close();
        }
        return Uni.createFrom().voidItem();
    }

    private static void end(WebSocketConnection socket, Ending why) {
        CloseReason reason = switch (why) {
            case SIGNED_OUT -> new CloseReason(SIGNED_OUT, "signed out");
            case ROLE_LOST -> new CloseReason(ROLE_LOST, "role lost");
        };
        socket.close(reason).subscribe().with(closed -> {}, failure -> LOG.debugf("not closed reason=%s", failure));
    }

    private static String text(PanelMessage message) {
        try {
            return Json.mapper().writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a frame is always JSON", e);
        }
    }
}
