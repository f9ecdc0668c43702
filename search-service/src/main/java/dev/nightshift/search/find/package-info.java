/** Searching: the query, narrowed to what the caller may read, answered from the index. */
@NullMarked
package dev.nightshift.search.find;

import org.jspecify.annotations.NullMarked;
