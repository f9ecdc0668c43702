/** Breaks a rule on purpose. */
@NullMarked
package dev.nightshift.testing.bad.framework;

import org.jspecify.annotations.NullMarked;
