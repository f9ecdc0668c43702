/** What is known of agents, from the topic agents. */
@NullMarked
package dev.nightshift.collab.agent;

import org.jspecify.annotations.NullMarked;
