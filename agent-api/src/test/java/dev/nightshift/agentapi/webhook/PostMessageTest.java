package dev.nightshift.agentapi.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reaches whom: against a real server on the loopback address. */
class PostMessageTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private Receiver receiver;

    @BeforeEach
    void start() {
        receiver = new Receiver();
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "2130706433", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "localhost"})
    void thisMachineIsNotReachedHoweverItIsWritten(String host) {
        Attempt attempt = post(false, "http://" + host + ":" + receiver.port() + "/", InetAddress::getAllByName);

        assertThat(attempt.error()).contains("private, loopback");
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void aNameThatStandsForThisMachineIsNotReached() {
        Attempt attempt = post(false, "http://hooks.example:" + receiver.port() + "/", PostMessageTest::loopback);

        assertThat(attempt.error()).contains("private, loopback");
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void oneForbiddenAddressAmongSeveralIsEnough() {
        Attempt attempt = post(false, "http://hooks.example:" + receiver.port() + "/", host ->
                new InetAddress[] {InetAddress.ofLiteral("1.1.1.1"), InetAddress.ofLiteral("127.0.0.1")});

        assertThat(attempt.error()).contains("private, loopback");
    }

    @Test
    void theConnectionGoesToTheAddressThatWasJudged() {
        AtomicInteger lookups = new AtomicInteger();

        // No resolver knows the name, so that any second lookup would fail.
        Attempt attempt = post(true, "http://hooks.invalid:" + receiver.port() + "/a?b=c", host -> {
            lookups.incrementAndGet();
            return loopback(host);
        });

        assertThat(attempt.status()).isEqualTo(200);
        assertThat(lookups).hasValue(1);
        assertThat(receiver.received().getFirst().host()).isEqualTo("hooks.invalid:" + receiver.port());
    }

    @Test
    void aRedirectIsAFailureAndNotFollowed() {
        receiver.answers(exchange -> {
            exchange.getResponseHeaders().set("Location", receiver.url());
            Receiver.answer(exchange, 307, "");
        });

        Attempt attempt = post(true, receiver.url(), InetAddress::getAllByName);

        assertThat(attempt.isDelivered()).isFalse();
        assertThat(attempt.error()).contains("307").contains("not followed");
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void noMoreThanTheBeginningOfAnAnswerIsRead() {
        receiver.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = "x".repeat(8192).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            try (var body = exchange.getResponseBody()) {
                for (int i = 0; i < 1_000_000; i++) {
                    body.write(much);
                }
            }
        });

        Attempt attempt = post(true, receiver.url(), InetAddress::getAllByName);

        assertThat(attempt.isDelivered()).isTrue();
        assertThat(attempt.response()).isEqualTo("x".repeat(1024));
        assertThat(attempt.took()).isLessThan(TIMEOUT);
    }

    @Test
    void anAnswerIsMadeFitForATable() {
        receiver.answers(exchange -> Receiver.answer(exchange, 500, "bad\0thing\u0007\nline"));

        Attempt attempt = post(true, receiver.url(), InetAddress::getAllByName);

        assertThat(attempt.response()).isEqualTo("bad\uFFFDthing\uFFFD\nline");
    }

    @Test
    void whoNeverAnswersIsGivenUp() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        receiver.answers(exchange -> await(end));

        Attempt attempt = post(true, receiver.url(), InetAddress::getAllByName);

        assertThat(attempt.error()).isEqualTo("no answer within 1 s");
        end.countDown();
    }

    @Test
    void whoDribblesIsGivenUp() {
        CountDownLatch end = new CountDownLatch(1);
        receiver.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            await(end);
        });

        Attempt attempt = post(true, receiver.url(), InetAddress::getAllByName);

        assertThat(attempt.error()).isEqualTo("no answer within 1 s");
        end.countDown();
    }

    @Test
    void nobodyThereAndNoSuchNameAreSaid() {
        receiver.close();
        assertThat(post(true, receiver.url(), InetAddress::getAllByName).error())
                .contains("cannot be delivered");
        assertThat(post(true, "http://hooks.invalid/", host -> {
                            throw new UnknownHostException(host);
                        })
                        .error())
                .isEqualTo("the host name cannot be resolved");
    }

    private static void await(CountDownLatch end) throws IOException {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static InetAddress[] loopback(String host) {
        return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }

    private static Attempt post(boolean allowPrivate, String url, PostMessage.HostLookup lookup) {
        PostMessage post = new PostMessage(VERTX, settings(allowPrivate), lookup);
        try {
            return post.post(WebhookUrl.parse(url), Map.of("Content-Type", "application/json"), "{}")
                    .await()
                    .atMost(Duration.ofSeconds(10));
        } finally {
            post.close();
        }
    }

    private static WebhookSettings settings(boolean allowPrivate) {
        return new WebhookSettings() {
            @Override
            public boolean allowPrivate() {
                return allowPrivate;
            }

            @Override
            public Duration timeout() {
                return TIMEOUT;
            }

            @Override
            public Duration retry() {
                return Duration.ofSeconds(5);
            }

            @Override
            public Duration giveUp() {
                return Duration.ofDays(3);
            }
        };
    }
}
