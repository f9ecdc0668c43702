/** What a running service watches: its database's clock and its parent process. */
@NullMarked
package dev.nightshift.service.runtime;

import org.jspecify.annotations.NullMarked;
