/** A model without a model: runs the fenced blocks of a Markdown text in order. */
@NullMarked
package dev.nightshift.runner.runbook;

import org.jspecify.annotations.NullMarked;
