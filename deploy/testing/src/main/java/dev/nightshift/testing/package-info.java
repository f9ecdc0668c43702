/** What tests share: their own database and topics on a real stack, signed tokens, stubs of other services, a model. */
@NullMarked
package dev.nightshift.testing;

import org.jspecify.annotations.NullMarked;
