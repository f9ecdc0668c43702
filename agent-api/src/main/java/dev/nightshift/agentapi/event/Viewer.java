package dev.nightshift.agentapi.event;

import dev.nightshift.contracts.MemberId;

/**
 * Who is looking: an active member sees the events of own agents, and one who came as an admin, and still is one, those
 * of the organisation's too.
 */
public record Viewer(MemberId member, boolean admin) {}
