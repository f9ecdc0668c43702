package dev.nightshift.scheduler.due;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** {@code AGENT_SCHEDULER_…}. */
@ConfigMapping(prefix = "agent.scheduler")
interface SchedulerSettings {
    /** How often a node looks ahead, in seconds; a due time inside the window still fires on time. */
    @WithDefault("30")
    @Min(1) @Max(3600) int pollInterval();
}
