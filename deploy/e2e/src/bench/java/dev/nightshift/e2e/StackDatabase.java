package dev.nightshift.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The PostgreSQL of a local stack.
 *
 * @param address host and port
 * @param log where it writes what it is told to log
 */
record StackDatabase(String address, String password, Path log) {
    static final String USER = "nightshift";

    static StackDatabase of(LocalStack stack) throws IOException, InterruptedException {
        return new StackDatabase(
                stack.status().path("postgres").path("address").asText(),
                Files.readString(stack.data().resolve("postgres/password")).strip(),
                stack.data().resolve("logs/postgres.log"));
    }

    /** A connection of its superuser that sees the tables of agent-api. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + address + "/nightshift?currentSchema=agent_api", USER, password);
    }
}
