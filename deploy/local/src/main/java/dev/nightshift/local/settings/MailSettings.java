package dev.nightshift.local.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Where mail goes. Without {@code NIGHTSHIFT_SMTP_HOST} it is the stack's own server, which keeps it and sends nothing on;
 * with it, all {@code NIGHTSHIFT_SMTP_…} are about that host, and the own server stays at its usual port.
 */
final class MailSettings {
    static final String HOST = "NIGHTSHIFT_SMTP_HOST";
    private static final String FROM = "NIGHTSHIFT_SMTP_FROM";
    private static final String TLS = "NIGHTSHIFT_SMTP_TLS";
    private static final int OWN_PORT = 1025;
    private static final Set<String> KINDS_OF_TLS = Set.of("off", "starttls", "tls");

    private MailSettings() {}

    static void check(Values values) throws WrongSetting {
        if (values.find(HOST).isEmpty()) {
            return;
        }
        values.port(Settings.SMTP_PORT, OWN_PORT);
        String from = values.text(FROM, "");
        if (!from.matches("[^\\s@<>\"]+@[A-Za-z0-9.-]+")) {
            throw new WrongSetting(FROM, "must be the e-mail address that mail comes from, but is \"" + from + "\"");
        }
        String tls = values.text(TLS, "starttls");
        if (!KINDS_OF_TLS.contains(tls)) {
            throw new WrongSetting(TLS, "must be off, starttls or tls, but is \"" + tls + "\"");
        }
    }

    /** The port of the stack's own server. */
    static int ownPort(Values values) throws WrongSetting {
        return values.find(HOST).isPresent() ? OWN_PORT : values.port(Settings.SMTP_PORT, OWN_PORT);
    }

    /** What the service that sends mail has to know besides what was set. */
    static Map<String, String> ownServer(Map<String, String> variables, String host, int port) {
        if (variables.containsKey(HOST)) {
            return Map.of();
        }
        Map<String, String> own = new HashMap<>();
        own.put(HOST, host);
        own.put(Settings.SMTP_PORT, String.valueOf(port));
        own.put(TLS, "off");
        own.put(FROM, variables.getOrDefault(FROM, "nightshift@localhost"));
        return own;
    }
}
