package dev.nightshift.agentapi.settings;

import java.util.Optional;

/** The identity provider of this installation, where people sign in at one. */
public interface SignInProvider {
    /** What people call it; empty in the other modes. */
    Optional<String> name();
}
