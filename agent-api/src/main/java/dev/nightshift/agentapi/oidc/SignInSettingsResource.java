package dev.nightshift.agentapi.oidc;

import dev.nightshift.agentapi.settings.AuthMode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How people sign in here, for admins: what is set, never a secret, and whether the provider agrees. */
@Path("/api/sign-in-settings")
@RolesAllowed("admin")
@Tag(name = "identity")
class SignInSettingsResource {
    private final AuthMode mode;
    private final Provider provider;
    private final TestProvider test;
    private final CodeFlowTenant tenant;
    private final RoutingContext context;

    SignInSettingsResource(
            AuthMode mode, Provider provider, TestProvider test, CodeFlowTenant tenant, RoutingContext context) {
        this.mode = mode;
        this.provider = provider;
        this.test = test;
        this.tenant = tenant;
        this.context = context;
    }

    /** {@code provider} only in mode {@code oidc}. */
    @Schema(name = "SignInSettings")
    record View(
            @Schema(
                    required = true,
                    enumeration = {"accounts", "none", "oidc", "header"})
            String mode,

            @Nullable ProviderView provider) {}

    /**
     * What is set of the provider.
     *
     * @param callbackUrl must be allowed there as redirect address
     * @param signedOutUrl must be allowed there as address after sign-out
     */
    @Schema(name = "ProviderSettings")
    record ProviderView(
            @Schema(required = true) String name,

            @Schema(
                    required = true,
                    enumeration = {"standard", "google", "github", "microsoft"})
            String preset,

            @Schema(required = true) String issuer,
            @Schema(required = true) String clientId,
            @Schema(required = true) boolean clientSecretSet,
            @Schema(required = true) List<String> scopes,
            @Schema(required = true) List<String> audience,
            @Schema(required = true) PeopleView people,
            @Schema(required = true) String callbackUrl,
            @Schema(required = true) String signedOutUrl) {}

    /** Who may come in. {@code allowedDomains}: {@code *} alone means everyone. */
    @Schema(name = "ProviderPeople")
    record PeopleView(
            @Schema(required = true) List<String> allowedDomains,
            @Schema(required = true) boolean requireVerifiedEmail,
            @Schema(required = true) String emailClaim,
            @Schema(required = true) String groupsClaim,
            @Nullable String adminGroup,
            @Schema(required = true) List<String> admins) {}

    @GET
    @Operation(summary = "How people sign in here (admins)", operationId = "getSignInSettings")
    public View get() {
        return new View(mode.mode().label(), provider.settings().map(this::view).orElse(null));
    }

    @POST
    @Path("/test")
    @Operation(
            summary = "Try what a sign-in needs of the provider (admins); nothing in the other modes",
            operationId = "testSignInSettings")
    public Uni<TestProvider.Result> test() {
        URI callback = URI.create(tenant.origin(context) + CodeFlowTenant.CALLBACK);
        return provider.settings()
                .map(settings -> test.run(settings, callback))
                .orElseGet(() -> Uni.createFrom().item(TestProvider.Result.nothingToTry()));
    }

    private ProviderView view(OidcSettings settings) {
        String origin = tenant.origin(context);
        return new ProviderView(
                settings.title(),
                settings.preset().label(),
                settings.issuer().toString(),
                settings.client().id(),
                settings.client().secret() != null,
                settings.scopes(),
                settings.audience().stream().sorted().toList(),
                view(settings.people()),
                origin + CodeFlowTenant.CALLBACK,
                origin + "/sign-in");
    }

    private static PeopleView view(OidcSettings.People people) {
        AllowedDomains domains = people.domains();
        return new PeopleView(
                domains.everyone()
                        ? List.of("*")
                        : domains.domains().stream().sorted().toList(),
                people.requireVerifiedEmail(),
                people.emailClaim(),
                people.groupsClaim(),
                people.adminGroup(),
                people.admins().stream().sorted().toList());
    }
}
