package dev.nightshift.agentapi.event;

import java.time.Instant;

/** A stored public event: {@code id} is the stable one that Kafka carries too, {@code json} its value. */
public record NumberedEvent(long number, String id, String type, Instant at, String json) {}
