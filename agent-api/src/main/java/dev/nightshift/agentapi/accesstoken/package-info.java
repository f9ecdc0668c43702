/** Personal access tokens: named, scoped, expiring, and kept as hashes. */
@NullMarked
package dev.nightshift.agentapi.accesstoken;

import org.jspecify.annotations.NullMarked;
