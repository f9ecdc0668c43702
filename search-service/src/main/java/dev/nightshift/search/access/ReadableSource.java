package dev.nightshift.search.access;

import java.time.Instant;
import java.util.UUID;

/** What everybody who may read a source knows of it. */
public record ReadableSource(UUID id, String name, String kind, Instant createdAt) {}
