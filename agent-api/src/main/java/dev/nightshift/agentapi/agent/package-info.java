/** What people define: agents, their states and who may see or change them. */
@NullMarked
package dev.nightshift.agentapi.agent;

import org.jspecify.annotations.NullMarked;
