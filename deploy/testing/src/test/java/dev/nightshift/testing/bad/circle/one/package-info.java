/** Breaks a rule on purpose. */
@NullMarked
package dev.nightshift.testing.bad.circle.one;

import org.jspecify.annotations.NullMarked;
