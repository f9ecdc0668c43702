package dev.nightshift.sandbox.bubblewrap;

import dev.nightshift.sandbox.isolation.Protection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/** The driver as the service makes it, with small limits so that attacks on them are quick. */
final class Driver {
    static final long MIB = 1 << 20;
    static final Limits LIMITS = new Limits(128 * MIB, 16 * MIB, 4 * MIB, 64, 1.0);

    private Driver() {}

    static BubblewrapOptions options() {
        return options(LIMITS);
    }

    static BubblewrapOptions options(Limits limits) {
        try {
            Path support = SupportFiles.unpack(Files.createTempDirectory("nightshift-sandbox-test-"));
            return new BubblewrapOptions(
                    "bwrap",
                    limits,
                    BubblewrapDriver.isRoot() ? 65534 : 0,
                    List.of(),
                    support,
                    EnumSet.allOf(Protection.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ControlGroups groups(String owner) {
        return BubblewrapDriver.controlGroups(LIMITS, "nightshift", owner);
    }

    static BubblewrapSandboxes sandboxes(BubblewrapOptions options) {
        String owner = UUID.randomUUID().toString().substring(0, 8);
        return new BubblewrapSandboxes(options, BubblewrapDriver.controlGroups(options.limits(), "nightshift", owner));
    }
}
