package dev.nightshift.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A command whose output goes to a log file and whose standard input is a pipe from this JVM. */
public final class Command {
    private static final boolean OWN_SESSION = Files.isExecutable(Path.of("/usr/bin/setsid"));

    private Command() {}

    /**
     * Builds the command. Where the machine can, it gets a session of its own, so that a Ctrl-C in the terminal reaches
     * the launcher alone, which then stops its children in order.
     */
    public static ProcessBuilder of(List<String> command, Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        List<String> whole = new ArrayList<>();
        if (OWN_SESSION) {
            whole.add("/usr/bin/setsid");
        }
        whole.addAll(command);
        return new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    /** The same JVM as this one, with small fixed costs: what a laptop wants of eight of them. */
    public static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xss512k",
                "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Variables of the caller's environment that could change a child without anybody meaning it. */
    public static void forgetOptions(Map<String, String> environment) {
        List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "MAVEN_OPTS")
                .forEach(environment::remove);
    }
}
