/** Sandboxes made of Linux namespaces and control groups by bubblewrap. */
@NullMarked
package dev.nightshift.sandbox.bubblewrap;

import org.jspecify.annotations.NullMarked;
