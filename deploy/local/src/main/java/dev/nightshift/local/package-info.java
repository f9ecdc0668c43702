/** The programs that start everything on one machine: the launcher of the product, and the stack of the tests. */
@NullMarked
package dev.nightshift.local;

import org.jspecify.annotations.NullMarked;
