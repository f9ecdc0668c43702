/** Sessions: one numbered log each, watched live, and the queue of what people say. */
@NullMarked
package dev.nightshift.collab;

import org.jspecify.annotations.NullMarked;
