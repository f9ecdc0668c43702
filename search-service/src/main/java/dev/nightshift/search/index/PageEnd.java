package dev.nightshift.search.index;

import java.util.UUID;

/** Where a page ended: hits are ordered by score, then newest first, then by id. */
public record PageEnd(Matching matching, float score, long updatedMillis, UUID documentId) {}
