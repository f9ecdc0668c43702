/** Blocking JSON calls to the other services. */
@NullMarked
package dev.nightshift.runner.http;

import org.jspecify.annotations.NullMarked;
