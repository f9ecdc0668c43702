/** The tools an agent can be given. */
@NullMarked
package dev.nightshift.agentapi.tool;

import org.jspecify.annotations.NullMarked;
