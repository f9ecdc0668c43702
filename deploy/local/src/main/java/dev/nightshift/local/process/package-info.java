/** Processes that end with their parent: how they are started, watched, restarted and stopped. */
@NullMarked
package dev.nightshift.local.process;

import org.jspecify.annotations.NullMarked;
