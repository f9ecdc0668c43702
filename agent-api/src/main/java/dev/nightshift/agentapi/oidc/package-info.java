/** Sign-in at an OpenID Connect provider: the code flow for browsers, the provider's access tokens for API clients. */
@NullMarked
package dev.nightshift.agentapi.oidc;

import org.jspecify.annotations.NullMarked;
