/** Text from outside, made fit to store and to show. */
@NullMarked
package dev.nightshift.runner.text;

import org.jspecify.annotations.NullMarked;
