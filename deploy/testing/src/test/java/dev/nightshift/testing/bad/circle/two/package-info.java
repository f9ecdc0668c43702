/** Breaks a rule on purpose. */
@NullMarked
package dev.nightshift.testing.bad.circle.two;

import org.jspecify.annotations.NullMarked;
