/** Kafka records become calls: read, retried, or dead-lettered with a reason. */
@NullMarked
package dev.nightshift.service.consume;

import org.jspecify.annotations.NullMarked;
