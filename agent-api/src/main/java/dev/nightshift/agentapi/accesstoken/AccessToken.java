package dev.nightshift.agentapi.accesstoken;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A personal access token as its owner sees it; {@code prefix} is how the token begins, the rest is not kept. */
@Schema(name = "AccessToken")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccessToken(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "laptop") String name,
        @Schema(required = true, examples = "nsp_3fQz") String prefix,

        @Schema(
                required = true,
                enumeration = {"read", "write", "admin"})
        List<String> scopes,

        @Schema(required = true) Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {
    AccessToken {
        scopes = List.copyOf(scopes);
    }
}
