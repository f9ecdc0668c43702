/** The history of runs, projected from what the runner and the scheduler say. */
@NullMarked
package dev.nightshift.agentapi.run;

import org.jspecify.annotations.NullMarked;
