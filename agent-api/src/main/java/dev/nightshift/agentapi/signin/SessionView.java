package dev.nightshift.agentapi.signin;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A browser in which the member is signed in. {@code expiresAt}: when it is signed out unless it is used before. */
@Schema(name = "BrowserSession")
record SessionView(
        @Schema(required = true) UUID id,
        @Schema(required = true) boolean current,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant lastSeenAt,
        @Schema(required = true) Instant expiresAt,
        @Nullable String address,
        @Nullable String userAgent) {}
