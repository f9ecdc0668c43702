package dev.nightshift.agentapi.agent;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How many agents a member may have. */
@ConfigMapping(prefix = "nightshift.max-agents-per-member")
interface AgentQuota {
    /** User agents, for members to whom no admin gave another number. */
    @WithParentName
    @WithDefault("100")
    @Min(0) @Max(1_000_000) int most();
}
