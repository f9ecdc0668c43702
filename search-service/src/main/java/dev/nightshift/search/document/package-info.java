/** Documents as PostgreSQL keeps them: the truth that the index follows, and reading one of them. */
@NullMarked
package dev.nightshift.search.document;

import org.jspecify.annotations.NullMarked;
