/** What a run may do right now. */
@NullMarked
package dev.nightshift.agentapi.access;

import org.jspecify.annotations.NullMarked;
