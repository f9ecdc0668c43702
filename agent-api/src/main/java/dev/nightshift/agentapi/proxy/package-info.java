/** Sign-in mode header: a trusted reverse proxy says who somebody is. */
@NullMarked
package dev.nightshift.agentapi.proxy;

import org.jspecify.annotations.NullMarked;
