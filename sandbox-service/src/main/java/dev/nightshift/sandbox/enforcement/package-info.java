/** What this machine holds code to, found out at start and told to whoever asks. */
@NullMarked
package dev.nightshift.sandbox.enforcement;

import org.jspecify.annotations.NullMarked;
