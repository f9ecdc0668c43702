/** A real Kafka broker as a process of its own, with the topics of the product. */
@NullMarked
package dev.nightshift.local.kafka;

import org.jspecify.annotations.NullMarked;
