package dev.nightshift.search.index;

/** What the hits of a search have in common. */
public enum Matching {
    /** Every word of the query. */
    ALL_WORDS,
    /** At least one word, since no document has all of them. */
    ANY_WORD,
    /** There are no words; the newest come first. */
    NEWEST
}
