package dev.nightshift.agentapi.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.Decision;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a provider's endpoints are. {@code postsSecret}: it takes the client's secret in the body only. */
@Decision
record Discovery(
        String issuer,
        URI authorization,
        URI token,
        @Nullable URI keys,
        @Nullable URI userInfo,
        @Nullable URI introspection,
        @Nullable URI endSession,
        boolean postsSecret) {

    /**
     * Reads what {@code /.well-known/openid-configuration} answers. Throws {@link IllegalArgumentException} for a
     * document that is incomplete or of another issuer.
     */
    static Discovery of(JsonNode document, OidcSettings settings) {
        String issuer = document.path("issuer").asText();
        if (!isMeant(issuer, settings)) {
            throw new IllegalArgumentException("the provider calls itself \"" + issuer
                    + "\", but NIGHTSHIFT_OIDC_ISSUER is \"" + settings.issuer() + "\"");
        }
        return new Discovery(
                issuer,
                required(document, "authorization_endpoint"),
                required(document, "token_endpoint"),
                required(document, "jwks_uri"),
                optional(document, "userinfo_endpoint"),
                optional(document, "introspection_endpoint"),
                optional(document, "end_session_endpoint"),
                postsSecret(document.path("token_endpoint_auth_methods_supported")));
    }

    /** GitHub publishes none. */
    static Discovery ofGithub(URI github) {
        String base = withoutSlash(github.toString());
        URI api = github(github);
        return new Discovery(
                base,
                URI.create(base + "/login/oauth/authorize"),
                URI.create(base + "/login/oauth/access_token"),
                null,
                URI.create(api + "/user"),
                null,
                null,
                false);
    }

    /** The API that belongs to GitHub's pages: of github.com, or of an Enterprise server. */
    static URI github(URI pages) {
        return "github.com".equals(pages.getHost())
                ? URI.create("https://api.github.com")
                : URI.create(withoutSlash(pages.toString()) + "/api/v3");
    }

    /** Where the document is. */
    static URI address(URI issuer) {
        return URI.create(withoutSlash(issuer.toString()) + "/.well-known/openid-configuration");
    }

    /** Whether a token of the provider may name this issuer; {@code claims} of the same token. */
    boolean issued(String tokenIssuer, ProviderClaims claims) {
        return issuer.contains(MicrosoftIssuer.PLACE)
                ? MicrosoftIssuer.matches(
                        issuer, tokenIssuer, claims.text("tid").orElse(""))
                : issuer.equals(tokenIssuer);
    }

    private static boolean isMeant(String issuer, OidcSettings settings) {
        String wanted = withoutSlash(settings.issuer().toString());
        return withoutSlash(issuer).equals(wanted)
                || (settings.preset() == Preset.MICROSOFT
                        && MicrosoftIssuer.isShared(settings.issuer())
                        && issuer.contains(MicrosoftIssuer.PLACE));
    }

    private static boolean postsSecret(JsonNode methods) {
        List<String> supported = new ArrayList<>();
        methods.forEach(method -> supported.add(method.asText()));
        return supported.contains("client_secret_post") && !supported.contains("client_secret_basic");
    }

    private static URI required(JsonNode document, String name) {
        URI found = optional(document, name);
        if (found == null) {
            throw new IllegalArgumentException("the provider's description lacks a usable " + name);
        }
        return found;
    }

    private static @Nullable URI optional(JsonNode document, String name) {
        try {
            URI uri = URI.create(document.path(name).asText());
            return uri.getHost() != null
                            && uri.getScheme() != null
                            && uri.getScheme().matches("https?")
                    ? uri
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
