package dev.nightshift.agentapi.member;

import dev.nightshift.agentapi.settings.AuthMode;
import dev.nightshift.agentapi.settings.SignInMode;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.runtime.DatabaseClock;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes the account {@code admin} when the platform starts for the first time. */
@ApplicationScoped
class FirstAdmin {
    private static final Logger LOG = Logger.getLogger(FirstAdmin.class);
    static final String USERNAME = "admin";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Members members;
    private final DatabaseClock clock;
    private final AuthMode mode;
    private final Optional<String> given;

    FirstAdmin(
            Members members,
            DatabaseClock clock,
            AuthMode mode,
            @ConfigProperty(name = "nightshift.admin-password") Optional<String> given) {
        this.members = members;
        this.clock = clock;
        this.mode = mode;
        this.given = given;
    }

    void onStart(@Observes StartupEvent started) {
        given.ifPresent(FirstAdmin::check);
        if (!members.isEmpty().await().atMost(PATIENCE)) {
            return;
        }
        String password = given.orElseGet(NewPassword::generate);
        clock.now()
                .chain(now -> members.addFirst(MemberId.next(), USERNAME, password, now))
                .await()
                .atMost(PATIENCE);
        if (given.isEmpty() && mode.mode() == SignInMode.ACCOUNTS) {
            LOG.infof("The first account is %s with the password %s (shown only now)", USERNAME, password);
        }
    }

    private static void check(String password) {
        if (!NewPassword.isLongEnough(password)) {
            throw new IllegalArgumentException("NIGHTSHIFT_ADMIN_PASSWORD must have " + NewPassword.SHORTEST + " to "
                    + NewPassword.LONGEST + " characters");
        }
    }
}
