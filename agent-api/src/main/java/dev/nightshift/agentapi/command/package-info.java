/** What the program does when it is started: serve, or one thing and end. */
@NullMarked
package dev.nightshift.agentapi.command;

import org.jspecify.annotations.NullMarked;
