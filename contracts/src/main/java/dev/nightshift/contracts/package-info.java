/** What the services share on the wire: ids, event records, topic names and their JSON form. */
@NullMarked
package dev.nightshift.contracts;

import org.jspecify.annotations.NullMarked;
