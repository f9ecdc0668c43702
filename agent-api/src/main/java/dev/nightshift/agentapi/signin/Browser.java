package dev.nightshift.agentapi.signin;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody signs in: the address of the connection, what the browser calls itself, and the session cookie that it
 * already has.
 */
public record Browser(
        @Nullable String address,
        @Nullable String userAgent,
        @Nullable String cookie) {}
