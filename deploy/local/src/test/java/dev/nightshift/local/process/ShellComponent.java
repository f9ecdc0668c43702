package dev.nightshift.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A shell script as a component; it works once the file {@code ready} is there. */
record ShellComponent(Path folder, String script) implements Component {

    @Override
    public String name() {
        return "shell";
    }

    @Override
    public Spawned spawn() throws IOException {
        return new Spawned(Command.of(List.of("sh", "-c", script), log())
                .directory(folder.toFile())
                .start());
    }

    @Override
    public boolean ready() {
        return Files.exists(folder.resolve("ready"));
    }

    @Override
    public Path log() {
        return folder.resolve("shell.log");
    }
}
