package dev.nightshift.agentapi.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How OAuth says that something is wrong (RFC 6749, section 5.2); these two endpoints alone speak it. */
@Schema(name = "OAuthError")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OAuthError(
        @Schema(required = true, examples = "authorization_pending")
        String error,

        @JsonProperty("error_description") @Schema(name = "error_description") @Nullable String description) {}
