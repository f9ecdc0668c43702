/** The journal of a run becomes events of its session. */
@NullMarked
package dev.nightshift.collab.run;

import org.jspecify.annotations.NullMarked;
