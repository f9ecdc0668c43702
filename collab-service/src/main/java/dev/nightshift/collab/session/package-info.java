/** What a session is, whose it is, and who may see it. */
@NullMarked
package dev.nightshift.collab.session;

import org.jspecify.annotations.NullMarked;
