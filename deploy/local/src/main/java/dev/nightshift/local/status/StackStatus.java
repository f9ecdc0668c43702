package dev.nightshift.local.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code ./nightshift status --json} prints. */
@JsonInclude
public record StackStatus(
        boolean ready, String url, Backing kafka, Backing postgres, Backing smtp, List<ServiceStatus> services) {
    public StackStatus {
        services = List.copyOf(services);
    }

    /** {@code address} is host and port; {@code pid} is null while it does not run. */
    public record Backing(String address, @Nullable Long pid, boolean ready) {}

    /** {@code name} is the module's folder. */
    public record ServiceStatus(String name, @Nullable Long pid, int port, boolean ready) {}

    static StackStatus of(String url, Backing kafka, Backing postgres, Backing smtp, List<ServiceStatus> services) {
        boolean ready = kafka.ready()
                && postgres.ready()
                && smtp.ready()
                && services.stream().allMatch(ServiceStatus::ready);
        return new StackStatus(ready, url, kafka, postgres, smtp, services);
    }
}
