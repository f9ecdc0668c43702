/** What a model may call. */
@NullMarked
package dev.nightshift.runner.tool;

import org.jspecify.annotations.NullMarked;
