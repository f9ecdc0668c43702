/** What runs now, written down by the launcher and checked live by whoever asks. */
@NullMarked
package dev.nightshift.local.status;

import org.jspecify.annotations.NullMarked;
