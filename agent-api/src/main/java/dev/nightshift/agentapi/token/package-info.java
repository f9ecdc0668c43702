/** Platform tokens: the signing key, its public half, and who gets a token. */
@NullMarked
package dev.nightshift.agentapi.token;

import org.jspecify.annotations.NullMarked;
