package dev.nightshift.agentapi.member;

import dev.nightshift.contracts.Uuids;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * For an admin who is locked out and can reach the database: a new password, for the named admin or else the first one,
 * who is active afterwards. It asks nobody, so it works whether the service runs or not.
 */
public final class ResetAdmin {
    private static final String FIND = """
            select id, username, name from members
            where role = 'admin' and state <> 'removed' and (?::text is null or lower(username) = lower(?))
            order by state = 'active' desc, password_hash is not null desc, created_at limit 1""";
    private static final String SET = "update members set password_hash = ?, state = 'active' where id = ?";
    private static final String END_SESSIONS = "delete from browser_sessions where member_id = ?";
    private static final String FORGET_FAILURES = "delete from sign_in_failures";
    private static final String AUDIT = """
            insert into audit_entries
                (id, action, outcome, actor_kind, target_kind, target_id, target_name, detail)
            values (?, 'password.reset', 'done', 'system', 'member', ?, ?, '{"by": "command line"}')""";

    private final Map<String, String> environment;

    private ResetAdmin(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The exit code: 0 when it is done. The new password is the last word of the output. */
    public static int run(String[] arguments, Map<String, String> environment) {
        return run(arguments, environment, System.out, System.err);
    }

    static int run(String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        if (arguments.length > 1) {
            err.println("reset-admin takes one user name at most");
            return 1;
        }
        String username = arguments.length == 0 ? null : arguments[0];
        String password = NewPassword.generate();
        try {
            Optional<String> reset = new ResetAdmin(environment).reset(username, password);
            if (reset.isEmpty()) {
                err.println(
                        username == null ? "There is no admin." : "There is no admin with the user name " + username);
                return 1;
            }
            out.println("Sign in as " + reset.get() + " with the password " + password);
            return 0;
        } catch (SQLException | IOException e) {
            err.println("The password was not reset: " + e.getMessage());
            return 1;
        }
    }

    private Optional<String> reset(@Nullable String username, String password) throws SQLException, IOException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            Optional<Admin> admin = find(connection, username);
            if (admin.isPresent()) {
                change(connection, admin.get(), PasswordHash.make(password));
                connection.commit();
                if (admin.get().username().equals(FirstAdmin.USERNAME)) {
                    Files.deleteIfExists(Path.of(setting("NIGHTSHIFT_DATA_DIR", ".nightshift"), FirstPassword.FILE));
                }
            }
            return admin.map(Admin::username);
        }
    }

    private record Admin(UUID id, String username, String name) {}

    private static Optional<Admin> find(Connection connection, @Nullable String username) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, username);
            find.setString(2, username);
            try (ResultSet found = find.executeQuery()) {
                return found.next()
                        ? Optional.of(new Admin(
                                found.getObject("id", UUID.class),
                                found.getString("username"),
                                found.getString("name")))
                        : Optional.empty();
            }
        }
    }

    private static void change(Connection connection, Admin admin, String hash) throws SQLException {
        execute(connection, SET, hash, admin.id());
        execute(connection, END_SESSIONS, admin.id());
        execute(connection, FORGET_FAILURES);
        execute(connection, AUDIT, Uuids.v7(), admin.id().toString(), admin.name());
    }

    private static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", setting("NIGHTSHIFT_DB_USER", "nightshift"));
        properties.setProperty("password", setting("NIGHTSHIFT_DB_PASSWORD", "nightshift"));
        properties.setProperty("connectTimeout", "10");
        String url = "jdbc:postgresql://" + setting("NIGHTSHIFT_DB_URL", "127.0.0.1:15432/nightshift")
                + "?currentSchema=agent_api";
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("NIGHTSHIFT_DB_URL is not host:port/database");
        }
        return connection;
    }

    private String setting(String name, String otherwise) {
        return environment.getOrDefault(name, otherwise);
    }
}
