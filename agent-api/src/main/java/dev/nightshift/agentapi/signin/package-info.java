/** How a browser proves who it is: password, cookie, and the rule against other sites. */
@NullMarked
package dev.nightshift.agentapi.signin;

import org.jspecify.annotations.NullMarked;
