/** Agents in other hands: handed over, or left behind by a member who is gone. */
@NullMarked
package dev.nightshift.agentapi.handover;

import org.jspecify.annotations.NullMarked;
