/** A real PostgreSQL as a process of its own, from binaries on the class path. */
@NullMarked
package dev.nightshift.local.postgres;

import org.jspecify.annotations.NullMarked;
