/** Secrets that are shown once: making them, hashing them, and sealing them for a repeated answer. */
@NullMarked
package dev.nightshift.agentapi.secret;

import org.jspecify.annotations.NullMarked;
