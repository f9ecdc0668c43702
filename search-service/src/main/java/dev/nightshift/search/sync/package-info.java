/** Keeps the documents in step with the folders they come from. */
@NullMarked
package dev.nightshift.search.sync;

import org.jspecify.annotations.NullMarked;
