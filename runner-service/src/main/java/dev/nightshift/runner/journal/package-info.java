/** What a run has done, written down before the next step, and published. */
@NullMarked
package dev.nightshift.runner.journal;

import org.jspecify.annotations.NullMarked;
