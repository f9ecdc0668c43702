package dev.nightshift.agentapi.oidc;

import dev.nightshift.contracts.Decision;
import java.net.URI;
import java.util.regex.Pattern;

/** The addresses that serve many of Microsoft's organisations, while each organisation's tokens name it as issuer. */
@Decision
final class MicrosoftIssuer {
    static final String PLACE = "{tenantid}";

    private static final Pattern SHARED = Pattern.compile("/(common|organizations|consumers)/v2\\.0/?");
    private static final Pattern TENANT = Pattern.compile("[0-9a-fA-F-]{36}");

    private MicrosoftIssuer() {}

    /** Whether it serves more than one organisation. */
    static boolean isShared(URI issuer) {
        return SHARED.matcher(issuer.getPath()).matches();
    }

    /** Whether a token of this organisation may come from this issuer; {@code template} is what the provider publishes. */
    static boolean matches(String template, String issuer, String tenant) {
        return TENANT.matcher(tenant).matches()
                && template.replace(PLACE, tenant).equals(issuer);
    }
}
