package dev.nightshift.agentapi.device;

import dev.nightshift.agentapi.secret.Secrets;
import dev.nightshift.agentapi.signin.Scopes;
import dev.nightshift.contracts.Uuids;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.runtime.DatabaseClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Gives a client its pair of codes. Anybody may ask, so what one address may have waiting is limited. */
@ApplicationScoped
class AskForCodes {
    private static final int MOST_WAITING = 20;
    private static final int RETRY_AFTER_SECONDS = 60;
    private static final int TRIES = 5;

    private final DeviceRequests requests;
    private final DeviceSettings settings;
    private final DatabaseClock clock;

    AskForCodes(DeviceRequests requests, DeviceSettings settings, DatabaseClock clock) {
        this.requests = requests;
        this.settings = settings;
        this.clock = clock;
    }

    Uni<DeviceRequests.New> ask(String clientId, Scopes scopes, @Nullable String address) {
        return clock.now()
                .call(now -> requests.waiting(address, now).invoke(AskForCodes::refuseTooMany))
                .chain(now -> add(clientId, scopes, address, now, TRIES));
    }

    long lifeSeconds() {
        return settings.codeLife().toSeconds();
    }

    private static void refuseTooMany(long waiting) {
        if (waiting >= MOST_WAITING) {
            throw Problem.tooManyRequests(
                    "Too many sign-ins wait for their code to be typed. Try again later.", RETRY_AFTER_SECONDS);
        }
    }

    private Uni<DeviceRequests.New> add(
            String clientId, Scopes scopes, @Nullable String address, Instant now, int tries) {
        DeviceRequests.New request = new DeviceRequests.New(
                Uuids.v7(),
                Secrets.random(),
                UserCode.random(),
                clientId,
                scopes,
                address,
                settings.pollInterval(),
                now.plus(settings.codeLife()));
        return requests.add(request).chain(added -> {
            if (added) {
                return Uni.createFrom().item(request);
            }
            if (tries == 1) {
                throw new IllegalStateException("no free user code was found");
            }
            return add(clientId, scopes, address, now, tries - 1);
        });
    }
}
