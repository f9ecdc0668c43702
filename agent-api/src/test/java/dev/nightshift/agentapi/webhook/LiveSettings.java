package dev.nightshift.agentapi.webhook;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Receivers on this machine, short pauses, and a port at which a test may start a mail server. */
public final class LiveSettings implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of(
                "nightshift.webhook.allow-private", "true",
                "nightshift.webhook.timeout", "2S",
                "nightshift.webhook.retry", "0.3S",
                "nightshift.mail.retry", "0.3S",
                "nightshift.smtp.host", "127.0.0.1",
                "nightshift.smtp.port", String.valueOf(freePort()),
                "nightshift.smtp.tls", "off",
                "nightshift.smtp.from", "nightshift@example.com");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}
