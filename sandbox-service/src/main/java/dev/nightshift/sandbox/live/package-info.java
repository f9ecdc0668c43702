/** The sandboxes in use on this node: one for each run, made when first needed, released with the run. */
@NullMarked
package dev.nightshift.sandbox.live;

import org.jspecify.annotations.NullMarked;
