/** The durable tool loop: model call, journal, tool calls, journal. */
@NullMarked
package dev.nightshift.runner.loop;

import org.jspecify.annotations.NullMarked;
