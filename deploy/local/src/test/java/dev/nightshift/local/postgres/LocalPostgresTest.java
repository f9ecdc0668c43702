package dev.nightshift.local.postgres;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nightshift.local.process.Ports;
import dev.nightshift.local.process.Running;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void whatWasCommittedSurvivesAKillAndTheEndOfThePipe() throws Exception {
        PostgresSettings settings =
                new PostgresSettings(folder.resolve("postgres"), folder.resolve("log"), Ports.free(), true);
        LocalPostgres postgres = LocalPostgres.prepare(settings);
        Running first = started(postgres);
        postgres.createDatabase("kept");
        postgres.createDatabase("kept");
        ask(postgres, "create table one as select 42 as n");
        assertEquals("on", ask(postgres, "show fsync"));
        assertEquals("on", ask(postgres, "show synchronous_commit"));

        ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();
        first.awaitEnd();
        Running second = restarted(LocalPostgres.prepare(settings));
        assertEquals("42", ask(postgres, "select n from one"));

        second.stop(SOON);
        await().atMost(SOON).until(() -> ProcessHandle.of(second.pid()).isEmpty());
        assertTrue(Ports.isFree(Ports.LOOPBACK, settings.port()));
    }

    @Test
    void nobodyComesInWithoutThePassword() throws Exception {
        LocalPostgres postgres = LocalPostgres.prepare(
                new PostgresSettings(folder.resolve("postgres"), folder.resolve("log"), Ports.free(), false));
        Running running = started(postgres);

        assertThrows(
                SQLException.class,
                () -> DriverManager.getConnection(
                        "jdbc:postgresql://" + postgres.address() + "/postgres", LocalPostgres.USER, "guessed"));
        running.stop(SOON);
    }

    private static Running started(LocalPostgres postgres) throws Exception {
        Running running = Running.start(postgres);
        assertTrue(running.awaitReady(postgres));
        return running;
    }

    /** Sessions of the killed one hold its shared memory for a moment, as the supervisor knows too. */
    private static Running restarted(LocalPostgres postgres) throws Exception {
        for (int attempt = 0; attempt < postgres.attempts(); attempt++) {
            Running running = Running.start(postgres);
            if (running.awaitReady(postgres)) {
                return running;
            }
        }
        throw new AssertionError("PostgreSQL did not come back");
    }

    private static String ask(LocalPostgres postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://" + postgres.address() + "/kept", LocalPostgres.USER, postgres.password());
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }
}
