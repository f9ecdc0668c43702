/** The isolated place where the code of one run executes. */
@NullMarked
package dev.nightshift.sandbox;

import org.jspecify.annotations.NullMarked;
