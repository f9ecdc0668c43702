package dev.nightshift.agentapi.credential;

/**
 * Fired after a commit that ended a credential (somebody signed out, revoked a session or a token), so that what was
 * opened with it on this node ends now and not at the next look.
 */
public record CredentialsEnded() {}
