/** The schedule language: what a person types, when it is due, and what it means in words. */
@NullMarked
package dev.nightshift.contracts.schedule;

import org.jspecify.annotations.NullMarked;
