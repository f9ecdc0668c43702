package dev.nightshift.local.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.nightshift.local.process.Ports;

/** An SMTP server inside the launcher: what is sent to it is kept in memory and goes nowhere else. */
public final class LocalMail implements AutoCloseable {
    private final GreenMail server;

    private LocalMail(GreenMail server) {
        this.server = server;
    }

    /** Listens on the loopback address. */
    public static LocalMail start(int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, Ports.LOOPBACK, ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new LocalMail(server);
    }

    @Override
    public void close() {
        server.stop();
    }
}
