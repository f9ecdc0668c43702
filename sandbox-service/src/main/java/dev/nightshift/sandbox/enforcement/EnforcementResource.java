package dev.nightshift.sandbox.enforcement;

import dev.nightshift.sandbox.isolation.Enforcement;
import dev.nightshift.service.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What code in this node's sandboxes is held to. */
@Path("/internal/enforcement")
@RolesAllowed("service")
class EnforcementResource {
    private static final int RETRY_SECONDS = 10;

    private final MachineCheck machine;

    EnforcementResource(MachineCheck machine) {
        this.machine = machine;
    }

    @GET
    public Enforcement get() {
        return machine.enforcement().orElseThrow(() -> Problem.unavailable(machine.problem(), RETRY_SECONDS));
    }
}
