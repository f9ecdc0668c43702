package dev.nightshift.local.service;

import dev.nightshift.local.process.Command;
import dev.nightshift.local.process.Component;
import dev.nightshift.local.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One service in a JVM of its own. */
public final class ServiceProcess implements Component {
    private final Service service;
    private final Settings settings;
    private final ServiceAddresses addresses;
    private final Map<String, String> backing;

    /** @param backing variables that name the database, the broker and the secret of the services */
    public ServiceProcess(Service service, Settings settings, ServiceAddresses addresses, Map<String, String> backing) {
        this.service = service;
        this.settings = settings;
        this.addresses = addresses;
        this.backing = Map.copyOf(backing);
    }

    /** What the build of a service leaves; run from the folder it is in. */
    public static Path jar(Path root, Service service) {
        return root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    @Override
    public String name() {
        return service.module();
    }

    @Override
    public Spawned spawn() throws IOException {
        Path jar = jar(settings.root(), service);
        Path folder = jar.resolveSibling("");
        List<String> arguments = new ArrayList<>(List.of("-Xmx192m", "-XX:ReservedCodeCacheSize=64m"));
        arguments.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        arguments.addAll(List.of("-jar", jar.getFileName().toString()));
        ProcessBuilder builder = Command.of(Command.java(arguments.toArray(String[]::new)), log())
                .directory(folder.toFile());
        setVariables(builder.environment());
        return new Spawned(builder.start());
    }

    private void setVariables(Map<String, String> environment) {
        Command.keepToItself(environment);
        settings.variables().forEach((name, value) -> {
            if (mayKnow(name)) {
                environment.put(name, value);
            }
        });
        environment.putAll(backing);
        environment.putAll(addresses.variables());
        environment.putIfAbsent("NIGHTSHIFT_PUBLIC_URL", addresses.url(Service.AGENT_API));
        environment.put("NIGHTSHIFT_DATA_DIR", settings.dataDir().toString());
        environment.put("NIGHTSHIFT_PARENT_WATCH", "true");
        environment.put("QUARKUS_HTTP_HOST", addresses.host(service));
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(addresses.port(service)));
        // Without it, Java would garble file names that are not ASCII where the locale is plain C.
        environment.putIfAbsent("LC_ALL", "C.UTF-8");
        // Many small heaps on one machine: glibc's per-thread arenas would cost more than they give.
        environment.put("MALLOC_ARENA_MAX", "2");
    }

    /** Keys of model providers are for the runner alone; the other secrets of the platform are for the door. */
    private boolean mayKnow(String variable) {
        if (Command.isJavaOption(variable)) {
            return false;
        }
        if (!Command.isSecret(variable)) {
            return true;
        }
        return switch (service) {
            case RUNNER -> isModelKey(variable);
            case AGENT_API -> variable.startsWith("NIGHTSHIFT_") && !isModelKey(variable);
            case SCHEDULER, SANDBOX, COLLAB, SEARCH -> false;
        };
    }

    private static boolean isModelKey(String variable) {
        return variable.startsWith("NIGHTSHIFT_MODELS_") && variable.endsWith("_API_KEY");
    }

    @Override
    public boolean ready() {
        return Readiness.of(addresses.url(service));
    }

    @Override
    public Path log() {
        return settings.dataDir().resolve("logs").resolve(service.module() + ".log");
    }
}
