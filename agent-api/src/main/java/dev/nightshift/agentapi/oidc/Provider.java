package dev.nightshift.agentapi.oidc;

import dev.nightshift.agentapi.settings.AuthMode;
import dev.nightshift.agentapi.settings.SignInMode;
import dev.nightshift.agentapi.settings.SignInProvider;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The provider of this installation: what is set, and what it publishes of itself. */
@Startup(Provider.BEFORE_THE_FIRST_ADMIN)
@ApplicationScoped
class Provider implements SignInProvider {
    /** A wrong setting stops the start before anything is written. */
    static final int BEFORE_THE_FIRST_ADMIN = 1;

    private static final Logger LOG = Logger.getLogger(Provider.class);

    /** A sign-in believes a description of this age, so that it notices a provider that is away. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    /** A check of a token does not need the provider to be there. */
    private static final Duration KEPT = Duration.ofHours(1);

    private static final int GOOD = 200;

    private final @Nullable OidcSettings settings;
    private final ProviderCalls calls;
    private final InstantSource clock = InstantSource.system();
    private volatile @Nullable Known known;

    private record Known(Discovery discovery, Instant at) {}

    Provider(AuthMode mode, Config config, ProviderCalls calls) {
        this.settings = mode.mode() == SignInMode.OIDC ? read(config) : null;
        this.calls = calls;
    }

    private static OidcSettings read(Config config) {
        OidcSettings read = settings(config);
        if (read.people().adminGroup() == null && read.people().admins().isEmpty()) {
            LOG.warn("Nobody who signs in becomes an admin: set NIGHTSHIFT_OIDC_ADMIN_GROUP or NIGHTSHIFT_OIDC_ADMINS");
        }
        return read;
    }

    /** Its message is what is printed when the start stops here: one line for each wrong setting. */
    private static OidcSettings settings(Config config) {
        try {
            return ReadOidcSettings.from(
                    name -> config.getOptionalValue(name, String.class).orElse(null));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()));
        }
    }

    /** Empty unless people sign in at a provider. */
    Optional<OidcSettings> settings() {
        return Optional.ofNullable(settings);
    }

    @Override
    public Optional<String> name() {
        return settings().map(OidcSettings::title);
    }

    /** Where its endpoints are; fails with {@link ProviderAway} when it cannot be asked or is not what is set. */
    Uni<Discovery> now() {
        return notOlderThan(FRESH);
    }

    /** The same, as it was up to an hour ago. */
    Uni<Discovery> lately() {
        return notOlderThan(KEPT);
    }

    /** The same, asked now. */
    Uni<Discovery> asked() {
        OidcSettings here = settings().orElseThrow();
        Instant now = clock.instant();
        Uni<Discovery> asked = here.preset() == Preset.GITHUB
                ? Uni.createFrom().item(Discovery.ofGithub(here.issuer()))
                : calls.get(Discovery.address(here.issuer())).map(reply -> discovery(here, reply));
        return asked.invoke(discovery -> known = new Known(discovery, now));
    }

    private Uni<Discovery> notOlderThan(Duration age) {
        Known last = known;
        return last != null && clock.instant().isBefore(last.at().plus(age))
                ? Uni.createFrom().item(last.discovery())
                : asked();
    }

    private static Discovery discovery(OidcSettings settings, ProviderCalls.Reply reply) {
        if (reply.status() != GOOD) {
            throw new ProviderAway(Discovery.address(settings.issuer()) + " answers with status " + reply.status());
        }
        try {
            return Discovery.of(reply.body(), settings);
        } catch (IllegalArgumentException e) {
            throw new ProviderAway(String.valueOf(e.getMessage()));
        }
    }
}
