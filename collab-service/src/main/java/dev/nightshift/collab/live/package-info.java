/** Watching a session live over a WebSocket. */
@NullMarked
package dev.nightshift.collab.live;

import org.jspecify.annotations.NullMarked;
