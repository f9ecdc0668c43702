package dev.nightshift.local.settings;

import java.net.URI;
import java.util.Set;

/** What the mode {@code oidc} needs; what is finer than this the door itself says when it starts. */
final class ProviderSettings {
    private static final String ISSUER = "NIGHTSHIFT_OIDC_ISSUER";
    private static final String PROVIDER = "NIGHTSHIFT_OIDC_PROVIDER";
    private static final String DOMAINS = "NIGHTSHIFT_OIDC_ALLOWED_DOMAINS";
    private static final Set<String> PRESETS = Set.of("google", "github", "microsoft");

    private ProviderSettings() {}

    static void check(Values values) throws WrongSetting {
        String preset = values.text(PROVIDER, "standard");
        if (values.find(PROVIDER).isPresent() && !PRESETS.contains(preset)) {
            throw new WrongSetting(PROVIDER, "must be google, github or microsoft, but is \"" + preset + "\"");
        }
        if (!PRESETS.contains(preset) || values.find(ISSUER).isPresent()) {
            checkIssuer(required(values, ISSUER, "the address of the provider"));
        }
        required(values, "NIGHTSHIFT_OIDC_CLIENT_ID", "the client's id at the provider");
        required(values, DOMAINS, "the mail domains whose people may sign in, or * for everyone");
        values.yesOrNo("NIGHTSHIFT_OIDC_REQUIRE_VERIFIED_EMAIL");
    }

    private static void checkIssuer(String issuer) throws WrongSetting {
        try {
            URI uri = URI.create(issuer);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new WrongSetting(ISSUER, "must be an address that begins with https://, but is \"" + issuer + "\"");
    }

    private static String required(Values values, String name, String meaning) throws WrongSetting {
        return values.find(name).orElseThrow(() -> new WrongSetting(name, "is missing: " + meaning));
    }
}
