package dev.nightshift.search.source;

import java.util.UUID;

/** A source was made, changed, deleted, or is to be read again; fired after the commit, on this node. */
public record SourceChanged(UUID sourceId) {}
