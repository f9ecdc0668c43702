package dev.nightshift.agentapi.oidc;

import dev.nightshift.agentapi.oidc.ProviderCalls.Reply;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** Tries what a sign-in needs of the provider, as far as that can be done without a person. */
@ApplicationScoped
class TestProvider {
    /** Answers to a code that nobody was given: the client itself was accepted. */
    private static final Set<String> CODE_REFUSED = Set.of("invalid_grant", "bad_verification_code");

    private static final Set<String> CLIENT_REFUSED =
            Set.of("invalid_client", "unauthorized_client", "incorrect_client_credentials", "Not Found");

    private final Provider provider;
    private final ProviderCalls calls;

    TestProvider(Provider provider, ProviderCalls calls) {
        this.provider = provider;
        this.calls = calls;
    }

    /** {@code ok}: nothing was found wrong. */
    @Schema(name = "SignInTest")
    record Result(
            @Schema(required = true) boolean ok,
            @Schema(required = true) List<Step> steps) {
        /** Where people do not sign in at a provider. */
        static Result nothingToTry() {
            return new Result(true, List.of());
        }
    }

    /** One thing that was tried; {@code detail} is for the admin. */
    @Schema(name = "SignInTestStep")
    record Step(
            @Schema(
                    required = true,
                    enumeration = {"discovery", "keys", "client"})
            String name,

            @Schema(required = true) boolean ok,
            @Schema(required = true) String detail) {}

    Uni<Result> run(OidcSettings settings, URI callback) {
        return provider.asked()
                .chain(discovery -> keys(discovery)
                        .chain(keys -> client(settings, discovery, callback)
                                .map(client -> List.of(found(discovery), keys, client))))
                .onFailure(ProviderAway.class)
                .recoverWithItem(away -> List.of(new Step("discovery", false, text(away))))
                .map(steps -> new Result(steps.stream().allMatch(Step::ok), new ArrayList<>(steps)));
    }

    private static Step found(Discovery discovery) {
        return new Step("discovery", true, "The provider calls itself " + discovery.issuer() + ".");
    }

    private Uni<Step> keys(Discovery discovery) {
        if (discovery.keys() == null) {
            return Uni.createFrom().item(new Step("keys", true, "This provider signs no tokens."));
        }
        return calls.get(discovery.keys())
                .map(TestProvider::keys)
                .onFailure(ProviderAway.class)
                .recoverWithItem(away -> new Step("keys", false, text(away)));
    }

    private static Step keys(Reply reply) {
        try {
            int count =
                    new JsonWebKeySet(reply.body().toString()).getJsonWebKeys().size();
            return new Step("keys", count > 0, count + " keys are published.");
        } catch (JoseException e) {
            return new Step("keys", false, "The published keys cannot be read.");
        }
    }

    /** A code that nobody was given must be refused; a wrong client is refused in another way. */
    private Uni<Step> client(OidcSettings settings, Discovery discovery, URI callback) {
        Map<String, String> form = Map.of(
                "grant_type", "authorization_code",
                "code", "a-code-that-nobody-was-given",
                "code_verifier", "a-verifier-of-a-sign-in-that-never-took-place",
                "client_id", settings.client().id(),
                "redirect_uri", callback.toString());
        return calls.post(discovery.token(), settings.client(), form)
                .map(TestProvider::client)
                .onFailure(ProviderAway.class)
                .recoverWithItem(away -> new Step("client", false, text(away)));
    }

    private static Step client(Reply reply) {
        String error = reply.body().path("error").asText("no error");
        if (CODE_REFUSED.contains(error)) {
            return new Step("client", true, "The provider accepts the client's id and secret.");
        }
        return CLIENT_REFUSED.contains(error)
                ? new Step("client", false, "The provider refuses the client's id or secret (" + error + ").")
                : new Step("client", true, "Whether the provider accepts the client cannot be told (" + error + ").");
    }

    private static String text(Throwable away) {
        String message = String.valueOf(away.getMessage());
        return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
    }
}
