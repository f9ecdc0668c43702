/** The one door: other services' public paths, with a platform token instead of a cookie. */
@NullMarked
package dev.nightshift.agentapi.door;

import org.jspecify.annotations.NullMarked;
