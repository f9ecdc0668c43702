package dev.nightshift.agentapi.event;

/** A stored public event; {@code json} is its value. */
record NumberedEvent(long number, String type, String json) {}
