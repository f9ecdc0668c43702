/** The run token: what a run may do now. */
@NullMarked
package dev.nightshift.runner.access;

import org.jspecify.annotations.NullMarked;
