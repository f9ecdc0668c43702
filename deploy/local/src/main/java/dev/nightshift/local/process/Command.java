package dev.nightshift.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A command whose output goes to a log file and whose standard input is a pipe from this JVM. */
public final class Command {
    private static final boolean OWN_SESSION = Files.isExecutable(Path.of("/usr/bin/setsid"));

    private static final Set<String> JAVA_OPTIONS =
            Set.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "MAVEN_OPTS", "CLASSPATH");

    private Command() {}

    /**
     * Builds the command. Where the machine can, it gets a session of its own, so that a Ctrl-C in the terminal reaches
     * the launcher alone, which then stops its children in order.
     */
    public static ProcessBuilder of(List<String> command, Path log) throws IOException {
        LogFile.rotate(log);
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

    /**
     * Takes out what a child has no business with: secrets of the platform, and options of Java that the caller's shell
     * happens to have.
     */
    public static void keepToItself(Map<String, String> environment) {
        environment.keySet().removeIf(name -> isJavaOption(name) || isSecret(name));
    }

    /** Whether a variable changes how a JVM starts. */
    public static boolean isJavaOption(String name) {
        return JAVA_OPTIONS.contains(name);
    }

    /** Whether a variable's name says that its value is a secret. */
    public static boolean isSecret(String name) {
        return name.endsWith("_PASSWORD")
                || name.endsWith("_SECRET")
                || name.endsWith("_API_KEY")
                || name.endsWith("_TOKEN");
    }
}
