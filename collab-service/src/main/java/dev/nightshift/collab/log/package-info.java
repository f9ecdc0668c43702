/** The numbered log of a session: append, read, announce. */
@NullMarked
package dev.nightshift.collab.log;

import org.jspecify.annotations.NullMarked;
