package dev.nightshift.local.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.nightshift.local.process.Ports;
import dev.nightshift.local.settings.Settings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceAddressesTest {
    @Test
    void aTakenPortIsReplacedByAnotherThatStays() throws Exception {
        int door = Ports.free();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(Ports.LOOPBACK))) {
            // The runner prefers the second port after the door's.
            Settings settings = settings(taken.getLocalPort() - 2, "127.0.0.1");

            ServiceAddresses addresses = ServiceAddresses.choose(settings);

            assertNotEquals(taken.getLocalPort(), addresses.port(Service.RUNNER));
            assertEquals(addresses.port(Service.RUNNER), addresses.port(Service.RUNNER));
            assertEquals(settings.port(), addresses.port(Service.AGENT_API));
        }
        assertEquals(door, ServiceAddresses.choose(settings(door, "127.0.0.1")).port(Service.AGENT_API));
    }

    @Test
    void onlyTheDoorListensElsewhere() throws Exception {
        ServiceAddresses addresses = ServiceAddresses.choose(settings(Ports.free(), "0.0.0.0"));

        assertEquals("0.0.0.0", addresses.host(Service.AGENT_API));
        assertEquals("127.0.0.1", addresses.host(Service.SANDBOX));
    }

    private static Settings settings(int port, String host) {
        return new Settings(Path.of("/"), host, port, 1, 2, 3, Path.of("/data"), Map.of());
    }
}
