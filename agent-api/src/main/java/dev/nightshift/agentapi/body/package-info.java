/** Bodies that may be left out. */
@NullMarked
package dev.nightshift.agentapi.body;

import org.jspecify.annotations.NullMarked;
