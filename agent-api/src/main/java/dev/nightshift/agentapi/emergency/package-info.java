/** The emergency stop: everything ends, and nothing starts until an admin releases it. */
@NullMarked
package dev.nightshift.agentapi.emergency;

import org.jspecify.annotations.NullMarked;
