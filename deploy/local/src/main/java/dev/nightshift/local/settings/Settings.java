package dev.nightshift.local.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the local stack is to run.
 *
 * @param root the top folder of the clone
 * @param host where the door listens; everything else listens on the loopback address only
 * @param port of the door; the other services take the next five where they are free
 * @param dataDir absolute; holds all that is kept
 * @param variables everything that was set, for the services
 */
public record Settings(
        Path root,
        String host,
        int port,
        int kafkaPort,
        int postgresPort,
        int smtpPort,
        Path dataDir,
        Map<String, String> variables) {
    public static final String HOST = "NIGHTSHIFT_HOST";
    public static final String PORT = "NIGHTSHIFT_PORT";
    public static final String KAFKA_PORT = "NIGHTSHIFT_KAFKA_PORT";
    public static final String POSTGRES_PORT = "NIGHTSHIFT_POSTGRES_PORT";
    public static final String SMTP_PORT = "NIGHTSHIFT_SMTP_PORT";
    public static final String DATA_DIR = "NIGHTSHIFT_DATA_DIR";
    public static final String ADMIN_PASSWORD = "NIGHTSHIFT_ADMIN_PASSWORD";
    static final String WEBHOOK_ALLOW_PRIVATE = "NIGHTSHIFT_WEBHOOK_ALLOW_PRIVATE";
    static final String SOURCE_ROOTS = "NIGHTSHIFT_SOURCE_ROOTS";
    static final String INITIAL_FOLDER = "NIGHTSHIFT_SEARCH_INITIAL_FOLDER";

    public Settings {
        variables = Map.copyOf(variables);
    }

    /** Reads the environment, then {@code .env} of the clone; what is in both counts as the environment says. */
    public static Settings read(Path root, Map<String, String> environment) throws WrongSetting {
        Map<String, String> variables = new HashMap<>(DotEnv.read(root.resolve(".env")));
        variables.putAll(environment);
        return of(root, variables);
    }

    static Settings of(Path root, Map<String, String> given) throws WrongSetting {
        Map<String, String> variables = new HashMap<>(given);
        variables.putIfAbsent("AGENTS_ENABLED", "true");
        variables.putIfAbsent(WEBHOOK_ALLOW_PRIVATE, "true");
        if (!variables.containsKey(SOURCE_ROOTS)) {
            variables.put(SOURCE_ROOTS, root.resolve("docs").toString());
            variables.putIfAbsent(INITIAL_FOLDER, root.resolve("docs").toString());
        }
        Values values = new Values(variables);
        Settings settings = new Settings(
                root,
                values.text(HOST, "127.0.0.1"),
                values.port(PORT, 8080),
                values.port(KAFKA_PORT, 19_092),
                values.port(POSTGRES_PORT, 15_432),
                MailSettings.ownPort(values),
                root.resolve(values.text(DATA_DIR, ".nightshift")).normalize(),
                variables);
        settings.checkHost();
        settings.checkPortsDiffer();
        PlatformSettings.check(values);
        return settings;
    }

    /** The first admin's password, where it was given. */
    public Optional<String> adminPassword() {
        return Optional.ofNullable(variables.get(ADMIN_PASSWORD));
    }

    /** Whether people sign in with a user name and a password. */
    public boolean hasAccounts() {
        return variables
                .getOrDefault(PlatformSettings.AUTH_MODE, PlatformSettings.ACCOUNTS)
                .equals(PlatformSettings.ACCOUNTS);
    }

    /** What the service that sends mail has to know besides the variables. */
    public Map<String, String> mail() {
        return MailSettings.ownServer(variables, "127.0.0.1", smtpPort);
    }

    /** The address to open in a browser on this machine. */
    public String url() {
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
        String name = everywhere ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
        return "http://" + name + ":" + port;
    }

    private void checkHost() throws WrongSetting {
        try {
            InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new WrongSetting(HOST, "is not an address of this machine: " + host);
        }
    }

    private void checkPortsDiffer() throws WrongSetting {
        Map<Integer, String> taken = new HashMap<>();
        Map<String, Integer> ports =
                Map.of(PORT, port, KAFKA_PORT, kafkaPort, POSTGRES_PORT, postgresPort, SMTP_PORT, smtpPort);
        for (Map.Entry<String, Integer> entry : ports.entrySet()) {
            String other = taken.putIfAbsent(entry.getValue(), entry.getKey());
            if (other != null) {
                throw new WrongSetting(entry.getKey(), "is the same port as " + other + ": " + entry.getValue());
            }
        }
    }
}
