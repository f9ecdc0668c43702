/** Committed rows become Kafka records, in order, none lost. */
@NullMarked
package dev.nightshift.service.publish;

import org.jspecify.annotations.NullMarked;
