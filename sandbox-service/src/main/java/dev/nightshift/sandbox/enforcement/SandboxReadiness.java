package dev.nightshift.sandbox.enforcement;

import dev.nightshift.sandbox.isolation.Protection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when sandboxes can be made. */
@Readiness
@ApplicationScoped
class SandboxReadiness implements HealthCheck {
    private final MachineCheck machine;

    SandboxReadiness(MachineCheck machine) {
        this.machine = machine;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("sandboxes");
        return machine.enforcement()
                .map(found -> response.up()
                        .withData("enforced", names(found.enforced()))
                        .withData("missing", names(found.missing())))
                .orElseGet(() -> response.down().withData("problem", machine.problem()))
                .build();
    }

    private static String names(List<Protection> protections) {
        return protections.stream().map(Protection::wire).collect(Collectors.joining(", "));
    }
}
