package dev.nightshift.agentapi.oidc;

import dev.nightshift.contracts.Decision;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is known of a provider: {@link #STANDARD} keeps to OpenID Connect, the others differ from it in something. */
@Decision
enum Preset {
    STANDARD(null, null, List.of("openid", "email", "profile")),
    /** Access tokens are opaque and without introspection; a company's people are told by the claim {@code hd}. */
    GOOGLE("Google", "https://accounts.google.com", List.of("openid", "email", "profile")),
    /** OAuth 2 without ID tokens: the account and its addresses are asked for. */
    GITHUB("GitHub", "https://github.com", List.of("read:user", "user:email")),
    /** One address for all organisations, each of which is an issuer of its own; no word on verified addresses. */
    MICROSOFT("Microsoft", "https://login.microsoftonline.com/common/v2.0", List.of("openid", "email", "profile"));

    private final @Nullable String title;
    private final @Nullable String issuer;
    private final List<String> scopes;

    Preset(@Nullable String title, @Nullable String issuer, List<String> scopes) {
        this.title = title;
        this.issuer = issuer;
        this.scopes = scopes;
    }

    /** The name in settings and in the API. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What people call a provider with this issuer. */
    String title(URI issuer) {
        return title == null ? issuer.getHost() : title;
    }

    /** Where it is unless another address is set; absent for {@link #STANDARD}. */
    @Nullable String issuer() {
        return issuer;
    }

    List<String> scopes() {
        return scopes;
    }

    /** Whether it can say which groups a person is in. */
    boolean knowsGroups() {
        return this == STANDARD || this == MICROSOFT;
    }
}
