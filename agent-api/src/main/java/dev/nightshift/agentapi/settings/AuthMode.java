package dev.nightshift.agentapi.settings;

import dev.nightshift.service.problem.Problem;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How people sign in: {@code NIGHTSHIFT_AUTH_MODE}. */
@Startup
@ApplicationScoped
public class AuthMode {
    private final SignInMode mode;

    AuthMode(@ConfigProperty(name = "nightshift.auth-mode", defaultValue = "accounts") String mode) {
        this.mode = read(mode);
    }

    /** Its message is the one line that is printed when the start stops here. */
    private static SignInMode read(String mode) {
        try {
            return SignInMode.of(mode);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage());
        }
    }

    public SignInMode mode() {
        return mode;
    }

    /** 404 where people do not sign in with a password: the paths for that are not there. */
    public void requireAccounts() {
        if (mode != SignInMode.ACCOUNTS) {
            throw Problem.notFound("page");
        }
    }
}
