package dev.nightshift.search.index;

import java.util.List;

/** A fragment of a document's plain text, and which parts of it were hit. */
public record Snippet(String text, List<Mark> marks) {
    public Snippet {
        marks = List.copyOf(marks);
    }

    /** {@code from} inclusive, {@code to} exclusive, counted in UTF-16 units as Java and JavaScript do. */
    public record Mark(int from, int to) {}
}
