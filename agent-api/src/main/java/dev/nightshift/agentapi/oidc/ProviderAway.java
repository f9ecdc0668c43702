package dev.nightshift.agentapi.oidc;

/** The provider does not answer, or not in a way that could be understood. */
final class ProviderAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProviderAway(String message) {
        super(message, null, false, false);
    }
}
