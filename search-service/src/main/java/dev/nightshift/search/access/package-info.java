/** Who reads, and which sources that reader may read at this moment. */
@NullMarked
package dev.nightshift.search.access;

import org.jspecify.annotations.NullMarked;
