/** How a run waits: until when, for what is away, and what happens when it is called off. */
@NullMarked
package dev.nightshift.runner.waiting;

import org.jspecify.annotations.NullMarked;
