/** Bodies read strictly, all their faults reported at once. */
@NullMarked
package dev.nightshift.service.json;

import org.jspecify.annotations.NullMarked;
