package dev.nightshift.local.service;

import dev.nightshift.local.process.Ports;
import dev.nightshift.local.settings.Settings;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Where each service listens, the same as long as the launcher lives. */
public final class ServiceAddresses {
    private final Settings settings;
    private final Map<Service, Integer> ports;

    private ServiceAddresses(Settings settings, Map<Service, Integer> ports) {
        this.settings = settings;
        this.ports = ports;
    }

    /** The door at its port; the others at the next ones, or at any other where one is taken. */
    public static ServiceAddresses choose(Settings settings) throws IOException {
        Map<Service, Integer> ports = new EnumMap<>(Service.class);
        for (Service service : Service.all()) {
            int preferred = settings.port() + service.ordinal();
            boolean usable = service == Service.AGENT_API || isUsable(settings, preferred);
            ports.put(service, usable ? preferred : Ports.free());
        }
        return new ServiceAddresses(settings, ports);
    }

    private static boolean isUsable(Settings settings, int port) {
        return port <= 65_535
                && port != settings.kafkaPort()
                && port != settings.postgresPort()
                && port != settings.smtpPort()
                && Ports.isFree(Ports.LOOPBACK, port);
    }

    public int port(Service service) {
        return ports.getOrDefault(service, settings.port());
    }

    /** The address to listen on. */
    String host(Service service) {
        return service == Service.AGENT_API ? settings.host() : Ports.LOOPBACK;
    }

    /** How others on this machine reach the service. */
    public String url(Service service) {
        return service == Service.AGENT_API ? settings.url() : "http://" + Ports.LOOPBACK + ":" + port(service);
    }

    Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        Service.all().forEach(service -> variables.put(service.addressVariable(), url(service)));
        return variables;
    }
}
