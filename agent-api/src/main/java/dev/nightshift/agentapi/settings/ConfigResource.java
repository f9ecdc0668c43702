package dev.nightshift.agentapi.settings;

import dev.nightshift.service.models.ModelSettings;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a client needs before anybody has signed in. */
@Path("/api/config")
@PermitAll
@Tag(name = "installation")
class ConfigResource {
    private final Installation installation;

    ConfigResource(
            AuthMode mode,
            SignInProvider provider,
            ModelSettings models,
            @ConfigProperty(name = "agents.enabled", defaultValue = "false") boolean agents,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.installation = new Installation(
                mode.mode().label(),
                provider.name().map(Provider::new).orElse(null),
                new Features(agents),
                ZoneId.systemDefault().getId(),
                models.defaultModel(),
                version);
    }

    /** {@code defaultTimezone} is what an agent gets that names none. */
    @Schema(name = "Installation")
    record Installation(
            @Schema(
                    required = true,
                    enumeration = {"accounts", "none", "oidc", "header"})
            String signInMode,

            @Schema(description = "Where people sign in; only in mode oidc") @Nullable Provider provider,

            @Schema(required = true) Features features,
            @Schema(required = true) String defaultTimezone,
            @Schema(required = true) String defaultModel,
            @Schema(required = true) String version) {}

    /** {@code name} is what people call it. */
    @Schema(name = "SignInProvider")
    record Provider(@Schema(required = true) String name) {}

    /** What is switched on here. */
    @Schema(name = "Features")
    record Features(@Schema(required = true) boolean agents) {}

    @GET
    @Operation(summary = "Sign-in mode, features and defaults (public)", operationId = "getConfig")
    public Installation get() {
        return installation;
    }
}
