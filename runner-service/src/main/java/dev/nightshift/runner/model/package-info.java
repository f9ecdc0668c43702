/** The seam to language models. */
@NullMarked
package dev.nightshift.runner.model;

import org.jspecify.annotations.NullMarked;
