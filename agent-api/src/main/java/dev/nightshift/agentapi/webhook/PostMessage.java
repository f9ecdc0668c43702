package dev.nightshift.agentapi.webhook;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request to an address that somebody else wrote. The host is looked up here, every address it stands for is
 * judged, and the connection goes to the one that was judged: another answer of DNS a moment later changes nothing.
 * Redirects are not followed, and no more than the beginning of an answer is read.
 */
@ApplicationScoped
class PostMessage {
    static final String NOT_PUBLIC =
            "must be an address of the open Internet: this one is private, loopback, link-local"
                    + " or reserved, and this installation does not allow that";
    private static final int KEPT_BYTES = 1024;
    private static final int CONNECTIONS_PER_HOST = 8;
    private static final int IDLE_SECONDS = 10;

    private final HostLookup lookup;
    private final boolean allowPrivate;
    private final Duration timeout;
    private final HttpClient client;
    private final ExecutorService lookups = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("webhook-lookup-", 0).factory());

    @Inject
    PostMessage(Vertx vertx, WebhookSettings settings) {
        this(vertx, settings, InetAddress::getAllByName);
    }

    PostMessage(Vertx vertx, WebhookSettings settings, HostLookup lookup) {
        this.lookup = lookup;
        this.allowPrivate = settings.allowPrivate();
        this.timeout = settings.timeout();
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) settings.timeout().toMillis())
                .setMaxPoolSize(CONNECTIONS_PER_HOST)
                .setKeepAliveTimeout(IDLE_SECONDS)
                .setTracingPolicy(TracingPolicy.IGNORE));
    }

    /** What a host name stands for. */
    interface HostLookup {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    /** Never fails: what went wrong is in the attempt. */
    Uni<Attempt> post(WebhookUrl url, Map<String, String> headers, String body) {
        long begin = System.nanoTime();
        AtomicReference<@Nullable HttpClientRequest> open = new AtomicReference<>();
        return Uni.createFrom()
                .item(() -> address(url))
                .runSubscriptionOn(lookups)
                .chain(address -> Uni.createFrom()
                        .completionStage(() -> send(url, address, headers, body, open)
                                .map(answer -> answer.attempt(since(begin)))
                                .toCompletionStage()))
                .ifNoItem()
                .after(timeout)
                .failWith(() -> new Refused("no answer within " + timeout.toSeconds() + " s"))
                .onFailure()
                .invoke(failure -> giveUp(open.get()))
                .onCancellation()
                .invoke(() -> giveUp(open.get()))
                .onFailure()
                .recoverWithItem(failure -> Attempt.failed(reason(failure), since(begin)));
    }

    private InetAddress address(WebhookUrl url) {
        InetAddress[] addresses;
        try {
            addresses = lookup.all(url.host());
        } catch (UnknownHostException e) {
            throw new Refused("the host name cannot be resolved");
        }
        for (InetAddress address : addresses) {
            if (!allowPrivate && !PublicAddress.is(address)) {
                throw new Refused("not sent: the host " + NOT_PUBLIC);
            }
        }
        return addresses[0];
    }

    private Future<Answer> send(
            WebhookUrl url,
            InetAddress address,
            Map<String, String> headers,
            String body,
            AtomicReference<@Nullable HttpClientRequest> open) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, url.port())))
                .setHost(url.host())
                .setPort(url.port())
                .setSsl(url.isSecure())
                .setURI(url.pathAndQuery())
                .setFollowRedirects(false);
        headers.forEach(options::putHeader);
        return client.request(options).compose(request -> {
            open.set(request);
            return request.send(Buffer.buffer(body)).compose(response -> beginning(request, response));
        });
    }

    /** What came back: the beginning of the body, however long it is. */
    private record Answer(
            int status, String start, @Nullable String retryAfter) {
        Attempt attempt(Duration took) {
            return Attempt.answered(status, start, RetryAfter.read(status, retryAfter), took);
        }
    }

    private static Future<Answer> beginning(HttpClientRequest request, HttpClientResponse response) {
        Promise<Answer> whole = Promise.promise();
        Buffer kept = Buffer.buffer();
        response.handler(chunk -> {
            int room = KEPT_BYTES - kept.length();
            kept.appendBuffer(chunk, 0, Math.min(room, chunk.length()));
            if (chunk.length() > room && whole.tryComplete(answer(response, kept))) {
                request.reset();
            }
        });
        response.endHandler(end -> whole.tryComplete(answer(response, kept)));
        response.exceptionHandler(whole::tryFail);
        return whole.future();
    }

    private static Answer answer(HttpClientResponse response, Buffer kept) {
        return new Answer(response.statusCode(), Printable.text(kept.getBytes()), response.getHeader("Retry-After"));
    }

    private static void giveUp(@Nullable HttpClientRequest request) {
        if (request != null) {
            request.reset();
        }
    }

    private static String reason(Throwable failure) {
        return failure instanceof Refused refused
                ? refused.getMessage()
                : Printable.line("cannot be delivered: " + failure.getMessage());
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Why nothing was sent or heard, in words for the webhook's owner. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String reason) {
            super(reason, null, false, false);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    @PreDestroy
    void close() {
        client.close();
        lookups.shutdownNow();
    }
}
