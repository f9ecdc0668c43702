package dev.nightshift.agentapi.event;

import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.BackgroundEvent;
import dev.nightshift.contracts.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A public event that is about to be numbered. {@code eventId} follows from what caused it, so that it is the same in
 * every attempt; {@code owner} is the member whom the run acted for, or who owns the agent, absent where that is the
 * organisation: then admins see it.
 */
public record NewBackgroundEvent(
        String eventId, AgentId agentId, @Nullable MemberId owner, Instant at, BackgroundEvent event) {}
