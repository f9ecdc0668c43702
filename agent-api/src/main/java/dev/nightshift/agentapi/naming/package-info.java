/** What names may look like: nothing that cannot be seen, nothing that passes for something else. */
@NullMarked
package dev.nightshift.agentapi.naming;

import org.jspecify.annotations.NullMarked;
