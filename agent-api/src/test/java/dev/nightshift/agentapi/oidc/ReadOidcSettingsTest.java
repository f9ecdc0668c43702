package dev.nightshift.agentapi.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadOidcSettingsTest {
    private static final Map<String, String> STANDARD = Map.of(
            "nightshift.oidc.issuer", "https://login.example.com/realms/staff",
            "nightshift.oidc.client-id", "nightshift",
            "nightshift.oidc.client-secret", "a secret",
            "nightshift.oidc.allowed-domains", "example.com");

    @Test
    void theRestHasDefaults() {
        OidcSettings settings = ReadOidcSettings.from(STANDARD::get);

        assertThat(settings)
                .isEqualTo(new OidcSettings(
                        Preset.STANDARD,
                        URI.create("https://login.example.com/realms/staff"),
                        new OidcSettings.Client("nightshift", "a secret"),
                        new OidcSettings.People(
                                AllowedDomains.of("example.com"), "email", true, "groups", null, Set.of()),
                        List.of("openid", "email", "profile"),
                        Set.of("nightshift")));
        assertThat(settings.toString()).doesNotContain("a secret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            issuer                 |                                | NIGHTSHIFT_OIDC_ISSUER is missing
            issuer                 | login.example.com              | NIGHTSHIFT_OIDC_ISSUER must be an address
            issuer                 | ftp://login.example.com        | NIGHTSHIFT_OIDC_ISSUER must be an address
            issuer                 | https://                       | NIGHTSHIFT_OIDC_ISSUER must be an address
            issuer                 | https://a.example/?x=y         | NIGHTSHIFT_OIDC_ISSUER must be an address
            issuer                 | https://me:pw@a.example/       | NIGHTSHIFT_OIDC_ISSUER must be an address
            client-id              |                                | NIGHTSHIFT_OIDC_CLIENT_ID is missing
            allowed-domains        |                                | NIGHTSHIFT_OIDC_ALLOWED_DOMAINS is missing
            allowed-domains        | *, example.com                 | NIGHTSHIFT_OIDC_ALLOWED_DOMAINS must be mail domains
            provider               | yahoo                          | NIGHTSHIFT_OIDC_PROVIDER must be google, github or microsoft
            require-verified-email | yes                            | NIGHTSHIFT_OIDC_REQUIRE_VERIFIED_EMAIL must be true or false
            admins                 | boss                           | NIGHTSHIFT_OIDC_ADMINS must be mail addresses
            """)
    void aWrongSettingIsNamed(String name, String value, String message) {
        assertThatThrownBy(() -> ReadOidcSettings.from(but(STANDARD, name, value)::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }

    @Test
    void allWrongSettingsAreNamedAtOnce() {
        assertThatThrownBy(() -> ReadOidcSettings.from(Map.<String, String>of()::get))
                .satisfies(e -> assertThat(e.getMessage().lines().map(line -> line.split(" ")[0]))
                        .containsExactly(
                                "NIGHTSHIFT_OIDC_ISSUER",
                                "NIGHTSHIFT_OIDC_CLIENT_ID",
                                "NIGHTSHIFT_OIDC_ALLOWED_DOMAINS"));
    }

    @Test
    void presetsKnowTheirAddressAndWhatTheyLack() {
        Map<String, String> github = but(but(STANDARD, "issuer", null), "provider", "github");

        assertThatThrownBy(() -> ReadOidcSettings.from(but(github, "client-secret", null)::get))
                .hasMessageStartingWith("NIGHTSHIFT_OIDC_CLIENT_SECRET");
        assertThatThrownBy(() -> ReadOidcSettings.from(github::get))
                .hasMessageStartingWith("NIGHTSHIFT_OIDC_CLIENT_SECRET");
        Map<String, String> whole = but(github, "client-secret", "x".repeat(40));
        assertThatThrownBy(() -> ReadOidcSettings.from(but(whole, "admin-group", "watch")::get))
                .hasMessageStartingWith("NIGHTSHIFT_OIDC_ADMIN_GROUP");
        assertThat(ReadOidcSettings.from(whole::get).issuer()).isEqualTo(URI.create("https://github.com"));
    }

    @Test
    void microsoftNamesItsApplicationsInTwoWays() {
        Map<String, String> microsoft = but(but(STANDARD, "issuer", null), "provider", "Microsoft");

        assertThat(ReadOidcSettings.from(microsoft::get).audience())
                .isEqualTo(Set.of("nightshift", "api://nightshift"));
    }

    private static Map<String, String> but(Map<String, String> settings, String name, String value) {
        Map<String, String> other = new HashMap<>(settings);
        other.put("nightshift.oidc." + name, value);
        return other;
    }
}
