/** A creating call that is repeated gives its first answer. */
@NullMarked
package dev.nightshift.agentapi.idempotency;

import org.jspecify.annotations.NullMarked;
