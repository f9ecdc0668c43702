/** Answers on routes that are not REST resources. */
@NullMarked
package dev.nightshift.agentapi.route;

import org.jspecify.annotations.NullMarked;
