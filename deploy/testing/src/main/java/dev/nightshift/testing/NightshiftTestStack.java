package dev.nightshift.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A database and topics of the module's own on a real PostgreSQL and Kafka, and one {@link StubServer} in the place of
 * every other service. Arguments of the annotation become settings; a blank one takes a setting away.
 */
public final class NightshiftTestStack implements QuarkusTestResourceLifecycleManager {
    private static final List<String> SERVICES =
            List.of("agent-api", "scheduler", "runner", "sandbox", "collab", "search");

    private Map<String, String> arguments = Map.of();
    private @Nullable TestDatabase database;
    private @Nullable TestTopics topics;
    private @Nullable StubServer stubs;

    @Override
    public void init(Map<String, String> initArguments) {
        arguments = Map.copyOf(initArguments);
    }

    @Override
    public Map<String, String> start() {
        String unique = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        StackAddresses stack = StackAddresses.get();
        TestDatabase ownDatabase = TestDatabase.create(stack, unique);
        database = ownDatabase;
        topics = TestTopics.create(stack.kafka(), unique + ".");
        StubServer ownStubs = StubServer.start();
        stubs = ownStubs;
        Map<String, String> settings = new HashMap<>();
        settings.put("nightshift.db.url", ownDatabase.url());
        settings.put("nightshift.db.user", stack.user());
        settings.put("nightshift.db.password", stack.password());
        settings.put("nightshift.kafka", stack.kafka());
        settings.put("nightshift.topic-prefix", unique + ".");
        settings.put("nightshift.group-suffix", "-" + unique);
        settings.put("nightshift.service-secret", "the secret of the tests");
        settings.put("nightshift.data-dir", dataFolder().toString());
        settings.put("agents.enabled", "true");
        settings.put("quarkus.http.test-port", "0");
        SERVICES.forEach(service -> settings.put("nightshift." + service + ".url", ownStubs.url()));
        arguments.forEach((name, value) -> {
            if (value.isBlank()) {
                settings.remove(name);
            } else {
                settings.put(name, value);
            }
        });
        TestKafka.announce(stack.kafka(), settings.getOrDefault("nightshift.topic-prefix", ""));
        return settings;
    }

    private static Path dataFolder() {
        try {
            return Files.createTempDirectory("nightshift-test-data-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (stubs != null) {
            stubs.close();
        }
        if (database != null) {
            database.drop();
        }
        if (topics != null) {
            topics.delete();
        }
    }
}
