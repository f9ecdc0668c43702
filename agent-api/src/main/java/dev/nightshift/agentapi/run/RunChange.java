package dev.nightshift.agentapi.run;

import dev.nightshift.contracts.Decision;

/** A background run whose status moved. */
@Decision
public record RunChange(Run before, Run after) {}
