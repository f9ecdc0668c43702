/** Calls of the other services, where somebody waits for the answer. */
@NullMarked
package dev.nightshift.agentapi.upstream;

import org.jspecify.annotations.NullMarked;
