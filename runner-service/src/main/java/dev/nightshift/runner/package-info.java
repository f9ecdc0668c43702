/** Executes runs: admission, the durable tool loop, models, tools, limits. */
@NullMarked
package dev.nightshift.runner;

import org.jspecify.annotations.NullMarked;
