/** Signing in a command line from a browser (RFC 8628). */
@NullMarked
package dev.nightshift.agentapi.device;

import org.jspecify.annotations.NullMarked;
