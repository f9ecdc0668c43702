/** Every error that leaves a service, as RFC 9457 problem details. */
@NullMarked
package dev.nightshift.service.problem;

import org.jspecify.annotations.NullMarked;
