package dev.nightshift.agentapi.oidc;

import java.util.Locale;

/** Why a sign-in at the provider did not succeed, as the sign-in page is told. */
enum SignInError {
    /** The mail domain is not on the list. */
    DOMAIN_NOT_ALLOWED,
    /** The provider does not say that the person owns the address. */
    EMAIL_NOT_VERIFIED,
    ACCOUNT_DISABLED,
    PROVIDER_UNAVAILABLE,
    /** The person went back. */
    CANCELLED,
    /** Anything else: a forged or stale answer, or a provider that refuses us. */
    FAILED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
