package dev.nightshift.local.postgres;

import dev.nightshift.local.process.Command;
import dev.nightshift.local.process.Component;
import dev.nightshift.local.process.Ports;
import dev.nightshift.local.process.PrivateFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A PostgreSQL on the loopback address, with a password, whose data is kept. */
public final class LocalPostgres implements Component {
    public static final String USER = "nightshift";

    private final PostgresSettings settings;
    private final Path home;
    private final String password;
    private final String watched;

    private LocalPostgres(PostgresSettings settings, Path home, String password, String watched) {
        this.settings = settings;
        this.home = home;
        this.password = password;
        this.watched = watched;
    }

    /** Unpacks the programs and makes the data folder where there is none; takes some seconds the first time. */
    public static LocalPostgres prepare(PostgresSettings settings) throws IOException, InterruptedException {
        Files.createDirectories(settings.folder());
        Path home = PostgresBinaries.unpacked();
        String password = PrivateFile.secret(settings.passwordFile());
        if (!Files.exists(settings.data().resolve("PG_VERSION"))) {
            new InitialData(home, settings).make();
        }
        return new LocalPostgres(settings, home, password, script());
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public Spawned spawn() throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", watched, "watched"));
        command.add(settings.log().toString());
        command.addAll(AsOrdinaryUser.command(home.resolve("bin/postgres").toString()));
        command.addAll(List.of("-D", settings.data().toString()));
        options().forEach(option -> command.addAll(List.of("-c", option)));
        ProcessBuilder builder = Command.of(command, settings.log()).redirectOutput(ProcessBuilder.Redirect.PIPE);
        Command.keepToItself(builder.environment());
        Process process = builder.start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String pid = output.readLine();
            if (pid == null) {
                throw new IOException("PostgreSQL did not start, see " + settings.log());
            }
            return new Spawned(process, Long.parseLong(pid.strip()));
        }
    }

    @Override
    public boolean ready() {
        return answers(address(), password);
    }

    /** Whether the PostgreSQL of these settings answers, whoever started it. */
    public static boolean answers(PostgresSettings settings) {
        try {
            return Files.exists(settings.passwordFile())
                    && answers(settings.address(), PrivateFile.secret(settings.passwordFile()));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean answers(String address, String password) {
        try (Connection connection = connect(address, password);
                Statement statement = connection.createStatement()) {
            return statement.execute("select 1");
        } catch (SQLException e) {
            return false;
        }
    }

    /** A predecessor that was killed holds its shared memory until its last session has noticed. */
    @Override
    public int attempts() {
        return 20;
    }

    @Override
    public Path log() {
        return settings.log();
    }

    public String address() {
        return settings.address();
    }

    public String password() {
        return password;
    }

    /** Creates the database where it is missing. */
    public void createDatabase(String name) throws SQLException {
        try (Connection connection = connect(address(), password);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
            if (!found.next()) {
                statement.execute("create database " + name);
            }
        }
    }

    private static Connection connect(String address, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", USER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", "10");
        return DriverManager.getConnection("jdbc:postgresql://" + address + "/postgres", properties);
    }

    private List<String> options() {
        String durable = settings.durable() ? "on" : "off";
        return List.of(
                "listen_addresses=" + Ports.LOOPBACK,
                "port=" + settings.port(),
                "unix_socket_directories=",
                "max_connections=200",
                "shared_buffers=64MB",
                "max_wal_size=512MB",
                "fsync=" + durable,
                "synchronous_commit=" + durable,
                "full_page_writes=" + durable,
                "log_min_messages=warning");
    }

    private static String script() throws IOException {
        try (InputStream script = LocalPostgres.class.getResourceAsStream("watched.sh")) {
            if (script == null) {
                throw new IOException("watched.sh is missing in the jar of the local stack");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
