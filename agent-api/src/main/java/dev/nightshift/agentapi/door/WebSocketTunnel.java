package dev.nightshift.agentapi.door;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Joins a browser's WebSocket with one of another service, byte by byte. Each side is read only as fast as the other
 * takes it, so a slow reader is seen by the service and not hidden in our memory. A browser whose service dies is told
 * with close code 1012.
 */
final class WebSocketTunnel {
    private static final int HANDSHAKE_SECONDS = 8;
    private static final int GOODBYE_SECONDS = 1;
    /** A close frame with code 1012: the service restarts, come again. */
    private static final byte[] RESTARTED = {(byte) 0x88, 2, 1012 >> Byte.SIZE, (byte) 1012};

    private static final Set<String> NOT_FORWARDED = Set.of("host", "cookie", "authorization", "connection", "upgrade");
    private static final List<CharSequence> REFUSAL_HEADERS =
            List.of(HttpHeaders.CONTENT_TYPE, "Retry-After", "WWW-Authenticate");

    private final HttpClient client;

    WebSocketTunnel(HttpClient client) {
        this.client = client;
    }

    /** Where the upgrade goes, and as whom. */
    record Target(String host, int port, String uri, String bearer) {}

    /** Fails when the service does not answer; a refusal of its own is passed on. */
    Future<Void> open(HttpServerRequest request, Target target) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(target.host())
                .setPort(target.port())
                .setURI(target.uri());
        return client.request(options)
                .compose(upstream -> upgrade(request, upstream, target))
                .compose(answer -> answer.statusCode() == 101 ? join(request, answer) : refuse(request, answer));
    }

    void close() {
        client.close();
    }

    private static Future<HttpClientResponse> upgrade(
            HttpServerRequest request, HttpClientRequest upstream, Target target) {
        request.headers().forEach(header -> {
            if (!NOT_FORWARDED.contains(header.getKey().toLowerCase(java.util.Locale.ROOT))) {
                upstream.headers().add(header.getKey(), header.getValue());
            }
        });
        upstream.putHeader(HttpHeaders.CONNECTION, HttpHeaders.UPGRADE)
                .putHeader(HttpHeaders.UPGRADE, "websocket")
                .putHeader(HttpHeaders.AUTHORIZATION, target.bearer());
        return upstream.connect().timeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS).onFailure(failure -> upstream.reset());
    }

    private static Future<Void> join(HttpServerRequest request, HttpClientResponse answer) {
        HttpServerResponse response = request.response();
        response.setStatusCode(101);
        response.headers().addAll(answer.headers());
        NetSocket service = answer.netSocket();
        service.pause();
        return request.toNetSocket()
                .onSuccess(browser -> pipe(browser, service))
                .mapEmpty();
    }

    private static void pipe(NetSocket browser, NetSocket service) {
        browser.pipeTo(service).onComplete(over -> service.close());
        FrameBoundaries sent = new FrameBoundaries();
        service.handler(bytes -> {
            sent.read(bytes.getBytes());
            browser.write(bytes);
            if (browser.writeQueueFull()) {
                service.pause();
                browser.drainHandler(drained -> service.resume());
            }
        });
        Promise<Void> over = Promise.promise();
        service.exceptionHandler(broken -> over.tryComplete());
        service.endHandler(ended -> over.tryComplete());
        over.future().onComplete(gone -> end(browser, sent));
        service.resume();
    }

    /** A service that died said nothing, so it is said here; what was cut off within a frame stays cut off. */
    private static void end(NetSocket browser, FrameBoundaries sent) {
        if (!sent.mayGoOn()) {
            browser.close();
            return;
        }
        browser.write(Buffer.buffer(RESTARTED));
        // Closed before the answer is read, the connection would be reset, and the frame could be lost with it.
        Promise<Void> answered = Promise.promise();
        browser.handler(bytes -> answered.tryComplete()).resume();
        answered.future().timeout(GOODBYE_SECONDS, TimeUnit.SECONDS).onComplete(over -> browser.close());
    }

    private static Future<Void> refuse(HttpServerRequest request, HttpClientResponse answer) {
        return answer.body().compose(body -> {
            HttpServerResponse response = request.response().setStatusCode(answer.statusCode());
            for (CharSequence header : REFUSAL_HEADERS) {
                String value = answer.getHeader(header);
                if (value != null) {
                    response.putHeader(header, value);
                }
            }
            request.resume();
            return response.end(body == null ? Buffer.buffer() : body);
        });
    }
}
