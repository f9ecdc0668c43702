/** The panel of background agents: active runs, their history, and its socket. */
@NullMarked
package dev.nightshift.agentapi.panel;

import org.jspecify.annotations.NullMarked;
