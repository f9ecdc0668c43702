/** The models an agent can be given. */
@NullMarked
package dev.nightshift.agentapi.model;

import org.jspecify.annotations.NullMarked;
