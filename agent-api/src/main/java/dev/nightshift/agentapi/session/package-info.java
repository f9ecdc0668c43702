/** Chats that are opened here, and what sessions belong to. */
@NullMarked
package dev.nightshift.agentapi.session;

import org.jspecify.annotations.NullMarked;
