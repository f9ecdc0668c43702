/** How a service proves itself to another. */
@NullMarked
package dev.nightshift.service.client;

import org.jspecify.annotations.NullMarked;
