package dev.nightshift.agentapi.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service that speaks in bytes and goes away, and what the browser reads until its connection ends. */
class WebSocketTunnelTest {
    private static final String SWITCH =
            "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
    private static final String HELLO = "8105" + HexFormat.of().formatHex("hello".getBytes(StandardCharsets.US_ASCII));
    private static final String RESTART = "880203f4";
    private static final int PATIENCE_MS = 15_000;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        join(vertx.close());
    }

    @Test
    void aServiceThatDiesBetweenFramesIsSaidToRestart() throws IOException {
        assertThat(readUntilTheEnd(service -> service.end(bytes(HELLO)))).isEqualTo(HELLO + RESTART);
    }

    @Test
    void aServiceThatDiesBeforeItsFirstFrameIsSaidToRestart() throws IOException {
        assertThat(readUntilTheEnd(NetSocket::close)).isEqualTo(RESTART);
    }

    @Test
    void aServiceWhoseConnectionIsResetIsSaidToRestart() throws IOException {
        assertThat(readUntilTheEnd(new NetServerOptions().setSoLinger(0), NetSocket::close))
                .isEqualTo(RESTART);
    }

    @Test
    void nothingIsWrittenIntoAFrameThatIsHalfSent() throws IOException {
        String half = HELLO.substring(0, HELLO.length() - 4);

        assertThat(readUntilTheEnd(service -> service.end(bytes(HELLO + half)))).isEqualTo(HELLO + half);
    }

    @Test
    void aServiceThatSaidGoodbyeIsNotSpokenFor() throws IOException {
        String goodbye = "88021134";

        assertThat(readUntilTheEnd(service -> service.end(bytes(HELLO + goodbye))))
                .isEqualTo(HELLO + goodbye);
    }

    private String readUntilTheEnd(Consumer<NetSocket> service) throws IOException {
        return readUntilTheEnd(new NetServerOptions(), service);
    }

    /** What the browser reads after the head of the answer, in hexadecimal digits. */
    private String readUntilTheEnd(NetServerOptions options, Consumer<NetSocket> service) throws IOException {
        int port = door(upstream(options, service));
        try (Socket browser = new Socket("127.0.0.1", port)) {
            browser.setSoTimeout(PATIENCE_MS);
            browser.getOutputStream()
                    .write(("GET /ws/x HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            passHead(browser.getInputStream());
            return HexFormat.of().formatHex(browser.getInputStream().readAllBytes());
        }
    }

    private static void passHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) in.read());
        }
        assertThat(head).startsWith("HTTP/1.1 101 ");
    }

    private int upstream(NetServerOptions options, Consumer<NetSocket> service) {
        return join(vertx.createNetServer(options)
                        .connectHandler(socket -> socket.handler(
                                head -> socket.write(SWITCH).onSuccess(written -> service.accept(socket))))
                        .listen(0, "127.0.0.1"))
                .actualPort();
    }

    private int door(int upstream) {
        WebSocketTunnel tunnel = new WebSocketTunnel(vertx.createHttpClient());
        WebSocketTunnel.Target target = new WebSocketTunnel.Target("127.0.0.1", upstream, "/ws/x", "Bearer x");
        return join(vertx.createHttpServer()
                        .requestHandler(request -> {
                            request.pause();
                            tunnel.open(request, target);
                        })
                        .listen(0, "127.0.0.1"))
                .actualPort();
    }

    private static Buffer bytes(String hex) {
        return Buffer.buffer(HexFormat.of().parseHex(hex));
    }

    private static <T> T join(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
