/** What an installation may choose about its sandboxes. */
@NullMarked
package dev.nightshift.sandbox.settings;

import org.jspecify.annotations.NullMarked;
