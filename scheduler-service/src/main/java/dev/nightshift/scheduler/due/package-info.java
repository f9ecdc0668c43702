/** What is due when: one decision per due time, made at the due time and published. */
@NullMarked
package dev.nightshift.scheduler.due;

import org.jspecify.annotations.NullMarked;
