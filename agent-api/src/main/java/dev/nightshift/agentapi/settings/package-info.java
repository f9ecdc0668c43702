/** What a client may know of this installation. */
@NullMarked
package dev.nightshift.agentapi.settings;

import org.jspecify.annotations.NullMarked;
