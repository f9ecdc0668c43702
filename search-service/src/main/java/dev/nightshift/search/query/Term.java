package dev.nightshift.search.query;

/** One word, or one quoted phrase whose words stand side by side as typed. */
public record Term(String text, boolean phrase) {}
