/** What the query of a list may say. */
@NullMarked
package dev.nightshift.agentapi.listing;

import org.jspecify.annotations.NullMarked;
