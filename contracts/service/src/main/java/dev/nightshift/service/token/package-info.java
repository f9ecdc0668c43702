/** Who is calling: the claims of a platform token. */
@NullMarked
package dev.nightshift.service.token;

import org.jspecify.annotations.NullMarked;
