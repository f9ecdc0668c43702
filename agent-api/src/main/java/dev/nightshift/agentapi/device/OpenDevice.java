package dev.nightshift.agentapi.device;

import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.runtime.DatabaseClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Finds what waits behind the code that a member has typed. */
@ApplicationScoped
class OpenDevice {
    private final DeviceRequests requests;
    private final Guesses guesses;
    private final DatabaseClock clock;

    OpenDevice(DeviceRequests requests, Guesses guesses, DatabaseClock clock) {
        this.requests = requests;
        this.guesses = guesses;
        this.clock = clock;
    }

    /** Fails with a 404 when there is none that can still be decided, and with a 429 after too many that were none. */
    Uni<DeviceRequest> find(MemberId member, Optional<UserCode> code) {
        return guesses.another(member)
                .chain(() -> code.map(requests::byUserCode)
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                .chain(found -> clock.now().map(now -> found.filter(request -> request.isOpen(now))))
                .map(found -> found.orElseThrow(() -> Problem.notFound("code, or it has expired or been used")))
                .call(() -> guesses.right(member));
    }
}
