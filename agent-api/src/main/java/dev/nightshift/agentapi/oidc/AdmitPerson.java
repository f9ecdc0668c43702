package dev.nightshift.agentapi.oidc;

import dev.nightshift.agentapi.member.Profile;
import dev.nightshift.agentapi.naming.VisibleText;
import dev.nightshift.agentapi.oidc.OidcSettings.People;
import dev.nightshift.contracts.Decision;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides from what a provider says whether a person may come in, and as whom. The provider's word has been verified
 * before; here it is weighed: only an address that the person is known to own counts, as everybody may claim any.
 */
@Decision
final class AdmitPerson {
    private static final Set<String> CONSUMER_MAIL_OF_GOOGLE = Set.of("gmail.com", "googlemail.com");

    private static final int MOST_GROUPS = 500;
    private static final int LONGEST_NAME = 255;

    private final OidcSettings settings;
    private final People people;

    AdmitPerson(OidcSettings settings) {
        this.settings = settings;
        this.people = settings.people();
    }

    /** The outcome. */
    sealed interface Verdict {
        /** Come in. */
        record Admitted(String issuer, String subject, Profile profile) implements Verdict {}

        /** Stay out. {@code email} is for the audit log. */
        record Refused(SignInError reason, @Nullable String email) implements Verdict {}
    }

    /** {@code issuer} and {@code subject} are those of the verified token. */
    Verdict decide(String issuer, String subject, ProviderClaims claims) {
        Optional<String> email = claims.text(people.emailClaim()).filter(AllowedDomains::isAddress);
        boolean verified = email.isPresent() && isVerified(email.get(), claims);
        if (people.requireVerifiedEmail() && !verified) {
            return new Verdict.Refused(SignInError.EMAIL_NOT_VERIFIED, email.orElse(null));
        }
        if (!isAdmitted(email, claims)) {
            return new Verdict.Refused(SignInError.DOMAIN_NOT_ALLOWED, email.orElse(null));
        }
        Set<String> groups = claims.texts(people.groupsClaim());
        return new Verdict.Admitted(
                issuer,
                subject,
                new Profile(
                        username(subject, email, claims),
                        claims.text("name").or(() -> fullName(claims)).orElse(null),
                        email.orElse(null),
                        settings.preset().knowsGroups() ? first(groups) : null,
                        admin(groups, verified ? email : Optional.empty())));
    }

    /**
     * {@code email_verified} speaks of the claim {@code email} only. Where another claim holds the address, it counts
     * when both are the same, or when the claim has its own {@code …_verified}.
     */
    private boolean isVerified(String email, ProviderClaims claims) {
        if (claims.isTrue(people.emailClaim() + "_verified")) {
            return true;
        }
        boolean same = claims.text("email").map(email::equalsIgnoreCase).orElse(false);
        return same && (claims.isTrue("email_verified") || isVerifiedByMicrosoft(claims));
    }

    /**
     * Microsoft says {@code xms_edov} where the directory owns the mail domain. In the directory of one organisation its
     * own administrators give the addresses; among all organisations anybody may write any address into a directory.
     */
    private boolean isVerifiedByMicrosoft(ProviderClaims claims) {
        if (settings.preset() != Preset.MICROSOFT) {
            return false;
        }
        boolean ownDirectory = !MicrosoftIssuer.isShared(settings.issuer());
        return claims.isTrue("xms_edov")
                || claims.text("xms_edov").map("1"::equals).orElse(false)
                || (ownDirectory && !claims.isFalse("xms_edov") && !claims.isFalse("email_verified"));
    }

    private boolean isAdmitted(Optional<String> email, ProviderClaims claims) {
        if (people.domains().everyone()) {
            return true;
        }
        return email.isPresent()
                && people.domains().admitAddress(email.get())
                && (settings.preset() != Preset.GOOGLE || isOfTheDomainForGoogle(email.get(), claims));
    }

    /** At Google anybody may make an account with a foreign address; those of a company carry its domain as {@code hd}. */
    private boolean isOfTheDomainForGoogle(String email, ProviderClaims claims) {
        Optional<String> hosted = claims.text("hd");
        String domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return hosted.isPresent()
                ? people.domains().admitDomain(hosted.get())
                : CONSUMER_MAIL_OF_GOOGLE.contains(domain);
    }

    private static String username(String subject, Optional<String> email, ProviderClaims claims) {
        return claims.text("preferred_username")
                .filter(AdmitPerson::isVisible)
                .or(() -> email)
                .or(() -> claims.text("name").filter(AdmitPerson::isVisible))
                .orElse(subject);
    }

    private static boolean isVisible(String name) {
        return !VisibleText.cleaned(name, LONGEST_NAME).isBlank();
    }

    /** Of very many groups the first by name: what a provider says must not fill the database. */
    private static Set<String> first(Set<String> groups) {
        return groups.stream().sorted().limit(MOST_GROUPS).collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> fullName(ProviderClaims claims) {
        return claims.text("given_name")
                .flatMap(given -> claims.text("family_name").map(family -> given + " " + family));
    }

    /** With an admin group the provider decides alone; without one the role is given here, but to the admins by address. */
    private @Nullable Boolean admin(Set<String> groups, Optional<String> verified) {
        boolean named = verified.map(email -> email.toLowerCase(Locale.ROOT))
                .filter(people.admins()::contains)
                .isPresent();
        if (people.adminGroup() == null) {
            return named ? Boolean.TRUE : null;
        }
        return named || groups.contains(people.adminGroup());
    }
}
