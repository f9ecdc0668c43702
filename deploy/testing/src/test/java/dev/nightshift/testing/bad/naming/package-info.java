/** Breaks a rule on purpose. */
@NullMarked
package dev.nightshift.testing.bad.naming;

import org.jspecify.annotations.NullMarked;
