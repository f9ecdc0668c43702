package dev.nightshift.local.postgres;

import dev.nightshift.local.process.Command;
import dev.nightshift.local.process.Folders;
import dev.nightshift.local.process.LogTail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Makes a data folder. What a killed attempt left behind is thrown away, so that a half-made one is never used. */
final class InitialData {
    private final Path home;
    private final PostgresSettings settings;

    InitialData(Path home, PostgresSettings settings) {
        this.home = home;
        this.settings = settings;
    }

    void make() throws IOException, InterruptedException {
        Path part = settings.folder().resolve("data.part");
        Folders.delete(part);
        List<String> command = new ArrayList<>(
                AsOrdinaryUser.command(home.resolve("bin/initdb").toString()));
        command.addAll(List.of("--pgdata", part.toString(), "--username", LocalPostgres.USER));
        command.addAll(List.of(
                "--auth", "scram-sha-256", "--pwfile", settings.passwordFile().toString()));
        command.addAll(List.of("--encoding", "UTF8", "--no-locale", "--no-instructions"));
        command.addAll(List.of("--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"));
        if (!settings.durable()) {
            command.add("--no-sync");
        }
        Process initdb = Command.of(command, settings.log()).start();
        if (initdb.waitFor() != 0) {
            throw new IOException("PostgreSQL could not make its data folder" + LogTail.of(settings.log(), 5));
        }
        Files.move(part, settings.data(), StandardCopyOption.ATOMIC_MOVE);
    }
}
