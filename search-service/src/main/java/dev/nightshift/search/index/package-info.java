/** The index behind search: a follower of the documents in PostgreSQL that may be lost at any time. */
@NullMarked
package dev.nightshift.search.index;

import org.jspecify.annotations.NullMarked;
