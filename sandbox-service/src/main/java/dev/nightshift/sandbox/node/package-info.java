/** Which node this is, and that it is alive. */
@NullMarked
package dev.nightshift.sandbox.node;

import org.jspecify.annotations.NullMarked;
