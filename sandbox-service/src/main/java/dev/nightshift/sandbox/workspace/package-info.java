/** What is kept of a session's workspace between sandboxes. */
@NullMarked
package dev.nightshift.sandbox.workspace;

import org.jspecify.annotations.NullMarked;
