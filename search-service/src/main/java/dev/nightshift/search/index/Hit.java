package dev.nightshift.search.index;

import java.time.Instant;
import java.util.UUID;

/** One found document. */
public record Hit(UUID documentId, UUID sourceId, String title, Snippet snippet, float score, Instant updatedAt) {}
