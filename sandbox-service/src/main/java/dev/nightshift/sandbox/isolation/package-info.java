/** What a sandbox is, whichever way it is built: the seam between executions and their isolation. */
@NullMarked
package dev.nightshift.sandbox.isolation;

import org.jspecify.annotations.NullMarked;
