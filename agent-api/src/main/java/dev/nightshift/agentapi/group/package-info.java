/** Groups: people who are granted something together. */
@NullMarked
package dev.nightshift.agentapi.group;

import org.jspecify.annotations.NullMarked;
