/** A mailbox for everything the platform sends on one machine. */
@NullMarked
package dev.nightshift.local.mail;

import org.jspecify.annotations.NullMarked;
