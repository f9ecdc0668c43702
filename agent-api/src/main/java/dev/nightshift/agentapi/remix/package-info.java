/** Own copies of agents. */
@NullMarked
package dev.nightshift.agentapi.remix;

import org.jspecify.annotations.NullMarked;
