package dev.nightshift.service.consume;

/** One readable event and where it stood. */
public record Received<E>(E event, String topic, int partition, long offset) {}
