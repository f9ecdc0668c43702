/** Which runs happen, and who works on them: admission, claims, leases. */
@NullMarked
package dev.nightshift.runner.queue;

import org.jspecify.annotations.NullMarked;
