/** Invites: the one way in for a new account. */
@NullMarked
package dev.nightshift.agentapi.invite;

import org.jspecify.annotations.NullMarked;
