/** What a service cannot be faster than: one statement behind an endpoint that does nothing else. */
@NullMarked
package dev.nightshift.floor;

import org.jspecify.annotations.NullMarked;
