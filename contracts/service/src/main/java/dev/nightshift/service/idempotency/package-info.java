/** A creating call that is repeated gives its first answer. */
@NullMarked
package dev.nightshift.service.idempotency;

import org.jspecify.annotations.NullMarked;
