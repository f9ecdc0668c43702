/** What people say in a session: messages wait here until a run takes them. */
@NullMarked
package dev.nightshift.collab.queue;

import org.jspecify.annotations.NullMarked;
