/** What a person typed into the search box, understood without any failure. */
@NullMarked
package dev.nightshift.search.query;

import org.jspecify.annotations.NullMarked;
