package dev.nightshift.local;

import dev.nightshift.local.process.Ports;
import dev.nightshift.local.service.Service;
import dev.nightshift.local.service.ServiceProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A clone whose six services are {@link FakeService}s, and the launcher run in it on ports of its own. */
final class FakeClone {
    private final Path root;
    private final Map<String, String> environment = new HashMap<>();

    private FakeClone(Path root) {
        this.root = root;
    }

    static FakeClone in(Path root) throws IOException {
        FakeClone made = new FakeClone(root);
        Files.createDirectories(root.resolve("docs"));
        for (Service service : Service.all()) {
            Path jar = ServiceProcess.jar(root, service);
            Files.createDirectories(jar.getParent());
            writeJar(jar);
        }
        for (String name : new String[] {"PORT", "KAFKA_PORT", "POSTGRES_PORT", "SMTP_PORT"}) {
            made.environment.put("NIGHTSHIFT_" + name, String.valueOf(Ports.free()));
        }
        return made;
    }

    int port(String setting) {
        return Integer.parseInt(environment.get(setting));
    }

    Path log() {
        return root.resolve("launcher.log");
    }

    Path dataDir() {
        return root.resolve(".nightshift");
    }

    /** Starts the launcher; what it prints goes to {@link #log()}. */
    Process up() throws IOException {
        Files.deleteIfExists(log());
        return java("dev.nightshift.local.Launcher", log());
    }

    /** Runs {@code status --json} and gives what it printed. */
    String status() throws Exception {
        Path output = Files.createTempFile(root, "status", ".json");
        Process process = java("dev.nightshift.local.status.Status", output, "--json");
        process.waitFor();
        return Files.readString(output);
    }

    Process java(String main, Path output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static void writeJar(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        String name = FakeService.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                InputStream type = FakeService.class.getResourceAsStream("/" + name)) {
            out.putNextEntry(new JarEntry(name));
            type.transferTo(out);
            out.closeEntry();
        }
    }
}
