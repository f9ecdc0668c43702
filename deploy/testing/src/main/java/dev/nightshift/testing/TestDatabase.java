package dev.nightshift.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** A database of one test module's own. */
final class TestDatabase {
    private final StackAddresses stack;
    private final String name;

    private TestDatabase(StackAddresses stack, String name) {
        this.stack = stack;
        this.name = name;
    }

    static TestDatabase create(StackAddresses stack, String name) {
        TestDatabase database = new TestDatabase(stack, name);
        database.execute("create database " + name);
        return database;
    }

    void drop() {
        execute("drop database if exists " + name + " with (force)");
    }

    private void execute(String sql) {
        Properties properties = new Properties();
        properties.setProperty("user", stack.user());
        properties.setProperty("password", stack.password());
        try (Connection connection =
                        DriverManager.getConnection("jdbc:postgresql://" + stack.postgres() + "/postgres", properties);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** As {@code nightshift.db.url} wants it. */
    String url() {
        return stack.postgres() + "/" + name;
    }
}
