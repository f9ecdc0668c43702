/** Whether what somebody came with is still good, for whoever holds a socket or a stream open. */
@NullMarked
package dev.nightshift.agentapi.credential;

import org.jspecify.annotations.NullMarked;
