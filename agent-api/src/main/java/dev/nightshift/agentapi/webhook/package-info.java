/** Webhooks: the public events, sent to addresses that members name; signed, in order, and retried. */
@NullMarked
package dev.nightshift.agentapi.webhook;

import org.jspecify.annotations.NullMarked;
