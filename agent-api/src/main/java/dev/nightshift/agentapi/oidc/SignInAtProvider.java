package dev.nightshift.agentapi.oidc;

import dev.nightshift.agentapi.oidc.AdmitPerson.Verdict;
import dev.nightshift.agentapi.oidc.Arrivals.Outcome;
import dev.nightshift.agentapi.signin.Browser;
import dev.nightshift.agentapi.signin.BrowserSessions;
import dev.nightshift.service.problem.Outage;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** A sign-in from the first click to the session. Whatever goes wrong ends at the sign-in page, with a reason. */
@ApplicationScoped
class SignInAtProvider {
    private static final Logger LOG = Logger.getLogger(SignInAtProvider.class);
    private static final Set<String> AWAY = Set.of("temporarily_unavailable", "server_error");
    private static final Set<String> WENT_BACK = Set.of("access_denied", "login_required", "interaction_required");

    private final Provider provider;
    private final CodeFlow flow;
    private final ReadPerson people;
    private final Arrivals arrivals;

    SignInAtProvider(Provider provider, CodeFlow flow, ReadPerson people, Arrivals arrivals) {
        this.provider = provider;
        this.flow = flow;
        this.people = people;
        this.arrivals = arrivals;
    }

    Optional<OidcSettings> settings() {
        return provider.settings();
    }

    /** Where the browser signs in; fails with {@link ProviderAway}. */
    Uni<URI> begin(RoutingContext context, OidcSettings settings) {
        return provider.now()
                .chain(discovery -> flow.begin(context, settings, discovery))
                .onFailure(ProviderAway.class)
                .invoke(SignInAtProvider::log);
    }

    /** The browser is back with a code. */
    Uni<Outcome> complete(RoutingContext context, OidcSettings settings) {
        Browser browser = BrowserSessions.browser(context.request());
        return provider.now()
                .chain(discovery -> flow.complete(context, settings, discovery)
                        .chain(tokens -> people.ofSignIn(settings, discovery, tokens)
                                .chain(verdict -> receive(verdict, browser, tokens))))
                .onFailure(failure -> failure instanceof ProviderAway || failure instanceof CodeFlow.Refused)
                .recoverWithUni(failure -> failed(failure, browser));
    }

    Uni<Outcome> turnAway(Browser browser, SignInError reason) {
        return arrivals.turnAway(reason, browser, null);
    }

    /** What an {@code error} of the provider means to the person. */
    static SignInError meaning(String error) {
        if (WENT_BACK.contains(error)) {
            return SignInError.CANCELLED;
        }
        return AWAY.contains(error) ? SignInError.PROVIDER_UNAVAILABLE : SignInError.FAILED;
    }

    private Uni<Outcome> receive(Optional<Verdict> verdict, Browser browser, CodeFlow.Tokens tokens) {
        return verdict.isPresent()
                ? arrivals.receive(verdict.get(), browser, tokens.idToken())
                : arrivals.turnAway(SignInError.FAILED, browser, null);
    }

    /** A refused code says nothing of a provider that has gone away meanwhile, so it is asked for. */
    private Uni<Outcome> failed(Throwable failure, Browser browser) {
        log(failure);
        if (failure instanceof ProviderAway || Outage.is(failure)) {
            return arrivals.turnAway(SignInError.PROVIDER_UNAVAILABLE, browser, null);
        }
        Uni<SignInError> reason = failure.getCause() == null
                ? Uni.createFrom().item(SignInError.FAILED)
                : provider.asked()
                        .replaceWith(SignInError.FAILED)
                        .onFailure(ProviderAway.class)
                        .recoverWithItem(SignInError.PROVIDER_UNAVAILABLE);
        return reason.chain(known -> arrivals.turnAway(known, browser, null));
    }

    private static void log(Throwable failure) {
        LOG.warnf("A sign-in at the provider failed: %s", SafeReason.of(failure));
    }
}
