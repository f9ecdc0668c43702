/** What agents were after each change. */
@NullMarked
package dev.nightshift.agentapi.version;

import org.jspecify.annotations.NullMarked;
