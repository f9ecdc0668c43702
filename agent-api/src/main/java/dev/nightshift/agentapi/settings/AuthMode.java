package dev.nightshift.agentapi.settings;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How people sign in: {@code accounts} is the one mode so far. */
@Startup
@ApplicationScoped
class AuthMode {
    static final String ACCOUNTS = "accounts";

    private final String mode;

    AuthMode(@ConfigProperty(name = "nightshift.auth-mode", defaultValue = ACCOUNTS) String mode) {
        this.mode = mode;
    }

    @PostConstruct
    void check() {
        switch (mode) {
            case ACCOUNTS -> {}
            case "none", "oidc", "header" ->
                throw new IllegalArgumentException("NIGHTSHIFT_AUTH_MODE is \"" + mode
                        + "\", which is not supported yet; leave it out or set it to accounts");
            default ->
                throw new IllegalArgumentException(
                        "NIGHTSHIFT_AUTH_MODE must be accounts, none, oidc or header, not \"" + mode + "\"");
        }
    }

    String name() {
        return mode;
    }
}
