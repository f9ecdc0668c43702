/** Lists in pages. */
@NullMarked
package dev.nightshift.agentapi.listing;

import org.jspecify.annotations.NullMarked;
