package dev.nightshift.agentapi.event;

import dev.nightshift.contracts.MemberId;

/** Who is looking: a member sees the events of own agents, an admin those of the organisation's too. */
record Viewer(MemberId member, boolean admin) {}
