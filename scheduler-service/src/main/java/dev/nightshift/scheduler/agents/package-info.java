/** Follows the topic {@code agents}: what changes about an agent changes its due times. */
@NullMarked
package dev.nightshift.scheduler.agents;

import org.jspecify.annotations.NullMarked;
