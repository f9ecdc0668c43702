package dev.nightshift.search.source;

/** A source was made, changed, deleted, or is to be read again; fired after the commit, on this node. */
public record SourceChanged() {}
