package dev.nightshift.testing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Where the PostgreSQL and the Kafka of the tests are: one pair for the whole build, or one for this JVM alone. */
record StackAddresses(String postgres, String user, String password, String kafka) {
    private static final String VARIABLE = "NIGHTSHIFT_TEST_STACK";
    private static final String PROPERTY = "nightshift.test.stack";

    /**
     * The running stack that {@code NIGHTSHIFT_TEST_STACK} names (a file), else one that is started now and ends with
     * this JVM.
     */
    static StackAddresses get() {
        // A system property, since test resources of one JVM may be loaded by several class loaders.
        @Nullable String file = System.getProperty(PROPERTY, System.getenv(VARIABLE));
        if (file == null) {
            file = start().toString();
            System.setProperty(PROPERTY, file);
        }
        return read(Path.of(file));
    }

    private static StackAddresses read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("no test stack at " + file, e);
        }
        return new StackAddresses(
                properties.getProperty("postgres.address"),
                properties.getProperty("postgres.user"),
                properties.getProperty("postgres.password"),
                properties.getProperty("kafka.address"));
    }

    @SuppressWarnings("ProcessBuilder") // It lives as long as this JVM: its standard input is the pipe that says so.
    private static Path start() {
        Path jars = root().resolve("deploy/local/target/stack");
        try {
            Path folder = Files.createTempDirectory("nightshift-tests-");
            Path addresses = folder.resolve("addresses");
            Process stack = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-XX:+UseSerialGC",
                            "-cp",
                            jars + "/*",
                            "dev.nightshift.local.TestStack",
                            addresses.toString()))
                    .redirectOutput(folder.resolve("log").toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            while (!Files.exists(addresses)) {
                if (stack.waitFor(java.time.Duration.ofMillis(100))) {
                    throw new IllegalStateException("the test stack did not start from " + jars
                            + "; build it with: mvn -pl deploy/local -am -DskipTests install");
                }
            }
            return addresses;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The root of the clone. */
    static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("deploy/local/pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "not inside a clone of Nightshift: " + Path.of("").toAbsolutePath());
    }
}
