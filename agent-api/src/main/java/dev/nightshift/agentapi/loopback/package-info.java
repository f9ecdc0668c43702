/** Sign-in mode none: whoever sits at this machine is the first admin. */
@NullMarked
package dev.nightshift.agentapi.loopback;

import org.jspecify.annotations.NullMarked;
