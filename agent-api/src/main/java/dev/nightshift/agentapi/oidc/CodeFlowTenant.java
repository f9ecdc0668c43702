package dev.nightshift.agentapi.oidc;

import dev.nightshift.agentapi.oidc.OidcSettings.Client;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.OidcTenantConfigBuilder;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.common.runtime.config.OidcClientCommonConfig.Credentials.Secret.Method;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How Quarkus runs the code flow at the provider. It does so only where {@link CodeFlow} asks for it; for every other
 * request its own sign-in is switched off, whatever cookies the request has.
 */
@ApplicationScoped
class CodeFlowTenant implements TenantConfigResolver {
    static final String PATH = "/auth/oidc";
    static final String CALLBACK = PATH + "/callback";

    /** How long somebody may take to sign in at the provider. */
    static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final String CHOSEN = CodeFlowTenant.class.getName();
    private static final int SKEW_SECONDS = 30;
    private static final int ID_LENGTH = 12;
    private static final OidcTenantConfig OFF =
            OidcTenantConfig.builder().tenantId("off").disableTenant().build();

    private final Optional<URI> publicUrl;
    private final byte[] secret;
    private final Map<Discovery, OidcTenantConfig> tenants = new ConcurrentHashMap<>();

    CodeFlowTenant(
            @ConfigProperty(name = "nightshift.public-url") Optional<URI> publicUrl,
            @ConfigProperty(name = "nightshift.service-secret") Optional<String> serviceSecret) {
        this.publicUrl = publicUrl;
        this.secret = serviceSecret.orElse("nightshift").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext context, OidcRequestContext<OidcTenantConfig> unused) {
        OidcTenantConfig chosen = context.get(CHOSEN);
        return Uni.createFrom().item(chosen == null ? OFF : chosen);
    }

    /** From now on this request belongs to the code flow. Returns the name of the cookie that Quarkus signs in with. */
    String choose(RoutingContext context, OidcSettings settings, Discovery discovery) {
        OidcTenantConfig tenant = tenants.computeIfAbsent(discovery, where -> build(settings, where));
        context.put(CHOSEN, tenant);
        return "q_session_" + tenant.tenantId().orElseThrow();
    }

    /** The address that people use, without a slash at its end. */
    String origin(RoutingContext context) {
        return publicUrl
                .map(CodeFlowTenant::withoutSlash)
                .orElseGet(() ->
                        context.request().scheme() + "://" + context.request().authority());
    }

    private OidcTenantConfig build(OidcSettings settings, Discovery discovery) {
        boolean idTokens = settings.preset() != Preset.GITHUB;
        boolean oneIssuer = !discovery.issuer().contains(MicrosoftIssuer.PLACE);
        OidcTenantConfigBuilder tenant = OidcTenantConfig.builder()
                .tenantId(digest("tenant " + discovery).substring(0, ID_LENGTH))
                .applicationType(ApplicationType.WEB_APP)
                .authServerUrl(settings.issuer().toString())
                .discoveryEnabled(false)
                .authorizationPath(discovery.authorization().toString())
                .tokenPath(discovery.token().toString())
                .clientId(settings.client().id())
                .jwks()
                .resolveEarly(false)
                .end()
                .token()
                .issuer(oneIssuer ? discovery.issuer() : "any")
                .audience(settings.client().id())
                .lifespanGrace(SKEW_SECONDS)
                .end()
                .tokenStateManager()
                .encryptionRequired(false)
                .end();
        if (discovery.keys() != null) {
            tenant.jwksPath(discovery.keys().toString());
        }
        if (!idTokens && discovery.userInfo() != null) {
            tenant.userInfoPath(discovery.userInfo().toString());
        }
        withSecret(tenant, settings.client(), discovery);
        return tenant.authentication()
                .redirectPath(publicUrl.map(url -> withoutSlash(url) + CALLBACK).orElse(CALLBACK))
                .cookiePath(PATH)
                .cookieForceSecure(
                        publicUrl.map(url -> "https".equals(url.getScheme())).orElse(false))
                .removeRedirectParameters(false)
                .pkceRequired()
                .nonceRequired(idTokens)
                .idTokenRequired(idTokens)
                .addOpenidScope(false)
                .scopes(settings.scopes())
                .extraParams(hints(settings))
                .stateSecret(digest("state of sign-ins"))
                .stateCookieAge(PATIENCE)
                .end()
                .build();
    }

    private static void withSecret(OidcTenantConfigBuilder tenant, Client client, Discovery discovery) {
        if (client.secret() != null) {
            tenant.credentials()
                    .clientSecret(client.secret(), discovery.postsSecret() ? Method.POST : Method.BASIC)
                    .end();
        }
    }

    /** Google shows only the company's accounts when it knows the one domain. */
    private static Map<String, String> hints(OidcSettings settings) {
        AllowedDomains domains = settings.people().domains();
        return settings.preset() == Preset.GOOGLE && domains.domains().size() == 1
                ? Map.of("hd", domains.domains().iterator().next())
                : Map.of();
    }

    /** The same on every node, and known to nobody outside. */
    private String digest(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static String withoutSlash(URI url) {
        String text = url.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
