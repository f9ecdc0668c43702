/** What ends runs from outside: stop commands, and agents that are paused, stopped or deleted. */
@NullMarked
package dev.nightshift.runner.command;

import org.jspecify.annotations.NullMarked;
