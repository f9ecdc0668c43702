/** Agents that are ready to install. */
@NullMarked
package dev.nightshift.agentapi.catalog;

import org.jspecify.annotations.NullMarked;
