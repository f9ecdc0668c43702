/** What a schedule means, before it is saved. */
@NullMarked
package dev.nightshift.agentapi.schedule;

import org.jspecify.annotations.NullMarked;
