package dev.nightshift.agentapi.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightshift.agentapi.member.Profile;
import dev.nightshift.agentapi.oidc.AdmitPerson.Verdict;
import dev.nightshift.agentapi.oidc.AdmitPerson.Verdict.Admitted;
import dev.nightshift.agentapi.oidc.AdmitPerson.Verdict.Refused;
import dev.nightshift.contracts.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdmitPersonTest {
    private static final Map<String, Object> ALICE = Map.of(
            "preferred_username", "alice",
            "name", "Alice Archer",
            "email", "alice@example.com",
            "email_verified", true,
            "groups", List.of("readers", "watch"));

    @Test
    void aVerifiedAddressOfAnAllowedDomainComesIn() {
        assertThat(decide(Map.of(), ALICE))
                .isEqualTo(new Admitted(
                        "issuer",
                        "subject",
                        new Profile("alice", "Alice Archer", "alice@example.com", Set.of("readers", "watch"), null)));
    }

    @Test
    void anUnverifiedOneComesInOnlyWhereThatIsSwitchedOff() {
        Map<String, Object> unverified = but(ALICE, "email_verified", false);

        assertThat(decide(Map.of(), unverified))
                .isEqualTo(new Refused(SignInError.EMAIL_NOT_VERIFIED, "alice@example.com"));
        assertThat(decide(Map.of("require-verified-email", "false"), unverified))
                .isInstanceOf(Admitted.class);
    }

    @Test
    void theDomainHoldsForUnverifiedAddressesToo() {
        Map<String, Object> other = but(but(ALICE, "email_verified", false), "email", "alice@evil.org");

        assertThat(decide(Map.of("require-verified-email", "false"), other))
                .isEqualTo(new Refused(SignInError.DOMAIN_NOT_ALLOWED, "alice@evil.org"));
    }

    @Test
    void withoutAnAddressOnlyWhereNothingIsAskedOfIt() {
        Map<String, Object> nameless = but(ALICE, "email", null);

        assertThat(decide(Map.of(), nameless)).isEqualTo(new Refused(SignInError.EMAIL_NOT_VERIFIED, null));
        assertThat(decide(Map.of("require-verified-email", "false"), nameless))
                .isEqualTo(new Refused(SignInError.DOMAIN_NOT_ALLOWED, null));
        assertThat(decide(Map.of("require-verified-email", "false", "allowed-domains", "*"), nameless))
                .isInstanceOf(Admitted.class);
    }

    @Test
    void theVerificationOfAnotherClaimDoesNotCount() {
        Map<String, String> byUpn = Map.of("email-claim", "upn");
        Map<String, Object> claimed = but(ALICE, "upn", "boss@example.com");

        assertThat(decide(byUpn, claimed)).isEqualTo(new Refused(SignInError.EMAIL_NOT_VERIFIED, "boss@example.com"));
        assertThat(decide(byUpn, but(claimed, "upn_verified", true))).isInstanceOf(Admitted.class);
        assertThat(decide(byUpn, but(ALICE, "upn", "Alice@example.com"))).isInstanceOf(Admitted.class);
    }

    @Test
    void theAdminGroupDecidesAlone() {
        assertThat(admin(Map.of("admin-group", "watch"), ALICE)).isTrue();
        assertThat(admin(Map.of("admin-group", "watch"), but(ALICE, "groups", List.of("watchers", "Watch"))))
                .isFalse();
        assertThat(admin(Map.of("admin-group", "watch"), but(ALICE, "groups", null)))
                .isFalse();
        assertThat(admin(Map.of(), ALICE)).isNull();
    }

    @Test
    void adminsByAddressNeedAVerifiedOne() {
        Map<String, String> settings = Map.of("admins", "Alice@Example.com", "require-verified-email", "false");

        assertThat(admin(settings, ALICE)).isTrue();
        assertThat(admin(settings, but(ALICE, "email_verified", false))).isNull();
    }

    @Test
    void groupsMayBeNestedOrOneText() {
        Map<String, Object> nested = but(ALICE, "realm_access", Map.of("roles", List.of("a", "b", 3)));

        assertThat(groups(Map.of("groups-claim", "realm_access.roles"), nested)).isEqualTo(Set.of("a", "b"));
        assertThat(groups(
                        Map.of("groups-claim", "https://x.example/teams"), but(ALICE, "https://x.example/teams", "a")))
                .isEqualTo(Set.of("a"));
    }

    @Test
    void theAdminGroupIsFoundAmongManyThousand() {
        List<String> many = IntStream.range(0, 5_000)
                .mapToObj(n -> n == 4_999 ? "watch" : "group-" + n)
                .toList();

        assertThat(admin(Map.of("admin-group", "watch"), but(ALICE, "groups", many)))
                .isTrue();
        assertThat(groups(Map.of(), but(ALICE, "groups", many))).hasSize(500);
    }

    @Test
    void aNameThatCannotBeSeenIsReplaced() {
        Verdict verdict = decide(Map.of(), but(ALICE, "preferred_username", "\u200b\u202e"));

        assertThat(((Admitted) verdict).profile().username()).isEqualTo("alice@example.com");
    }

    @Test
    void oneOrganisationOfMicrosoftVouchesForItsAddresses() {
        Map<String, Object> silent = but(ALICE, "email_verified", null);
        Map<String, String> own = Map.of(
                "provider", "microsoft",
                "issuer", "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0");
        Map<String, String> all =
                Map.of("provider", "microsoft", "issuer", "https://login.microsoftonline.com/common/v2.0");

        assertThat(decide(own, silent)).isInstanceOf(Admitted.class);
        assertThat(decide(own, but(silent, "xms_edov", false))).isInstanceOf(Refused.class);
        assertThat(decide(all, silent)).isInstanceOf(Refused.class);
        assertThat(decide(all, but(silent, "xms_edov", "1"))).isInstanceOf(Admitted.class);
    }

    @Test
    void privateMailOfGoogleHasNoCompany() {
        Map<String, String> google = Map.of("provider", "google", "allowed-domains", "gmail.com,example.com");

        assertThat(decide(google, but(ALICE, "email", "alice@gmail.com"))).isInstanceOf(Admitted.class);
        assertThat(decide(google, ALICE)).isInstanceOf(Refused.class);
        assertThat(decide(google, but(ALICE, "hd", "example.com"))).isInstanceOf(Admitted.class);
    }

    private static Boolean admin(Map<String, String> settings, Map<String, Object> claims) {
        return ((Admitted) decide(settings, claims)).profile().admin();
    }

    private static Set<String> groups(Map<String, String> settings, Map<String, Object> claims) {
        return ((Admitted) decide(settings, claims)).profile().groups();
    }

    private static Verdict decide(Map<String, String> settings, Map<String, Object> claims) {
        Map<String, String> all = new HashMap<>(Map.of(
                "nightshift.oidc.issuer", "https://login.example.com",
                "nightshift.oidc.client-id", "nightshift",
                "nightshift.oidc.client-secret", "a secret",
                "nightshift.oidc.allowed-domains", "example.com"));
        settings.forEach((name, value) -> all.put("nightshift.oidc." + name, value));
        return new AdmitPerson(ReadOidcSettings.from(all::get))
                .decide("issuer", "subject", new ProviderClaims(Json.mapper().valueToTree(claims)));
    }

    private static Map<String, Object> but(Map<String, Object> claims, String name, Object value) {
        Map<String, Object> other = new HashMap<>(claims);
        other.put(name, value);
        return other;
    }
}
