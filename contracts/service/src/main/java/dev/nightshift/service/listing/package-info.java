/** Lists in pages. */
@NullMarked
package dev.nightshift.service.listing;

import org.jspecify.annotations.NullMarked;
