/** The public events: numbered, streamed and published. */
@NullMarked
package dev.nightshift.agentapi.event;

import org.jspecify.annotations.NullMarked;
