/** Executions keyed by run and step: begun once, waited for by anybody, recorded for good. */
@NullMarked
package dev.nightshift.sandbox.execution;

import org.jspecify.annotations.NullMarked;
