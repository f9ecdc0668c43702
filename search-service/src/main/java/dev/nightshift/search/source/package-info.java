/** Connected sources: what an admin creates, changes and deletes, and who may read them. */
@NullMarked
package dev.nightshift.search.source;

import org.jspecify.annotations.NullMarked;
