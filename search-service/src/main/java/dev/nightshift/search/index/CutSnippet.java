package dev.nightshift.search.index;

import dev.nightshift.contracts.Decision;
import dev.nightshift.search.index.Snippet.Mark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Cuts the fragment out of a text that shows most of what was hit, on one line. */
@Decision
final class CutSnippet {
    /** UTF-16 units of the text that the fragment is made of. */
    static final int LENGTH = 240;

    private static final int LEAD = 60;
    private static final int WORD_SEARCH = 24;
    private static final String CUT = "…";

    /** One hit in the text; {@code what} tells which part of the query it is. */
    record Span(int from, int to, int what) {}

    private CutSnippet() {}

    /** {@code spans} in order of their start; without any, the fragment is the beginning. */
    static Snippet of(String text, List<Span> spans) {
        int start = spans.isEmpty() ? 0 : wordStart(text, Math.max(0, bestStart(spans) - LEAD));
        int end = wordEnd(text, start, Math.min(text.length(), start + LENGTH));
        return join(text, start, end, spans);
    }

    private static int bestStart(List<Span> spans) {
        int best = spans.getFirst().from();
        int most = 0;
        for (int i = 0; i < spans.size(); i++) {
            int from = spans.get(i).from();
            Set<Integer> seen = new HashSet<>();
            for (int j = i; j < spans.size() && spans.get(j).to() - from <= LENGTH - LEAD; j++) {
                seen.add(spans.get(j).what());
            }
            if (seen.size() > most) {
                most = seen.size();
                best = from;
            }
        }
        return best;
    }

    private static int wordStart(String text, int at) {
        for (int i = at; i > 0 && i > at - WORD_SEARCH; i--) {
            if (Character.isWhitespace(text.charAt(i - 1))) {
                return i;
            }
        }
        return at > 0 && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static int wordEnd(String text, int start, int at) {
        for (int i = at; i < text.length() && i > start && i > at - WORD_SEARCH; i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return at < text.length() && at > 0 && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static Snippet join(String text, int start, int end, List<Span> spans) {
        StringBuilder line = new StringBuilder(start > 0 ? CUT : "");
        int[] moved = new int[end - start + 1];
        boolean blank = true;
        for (int i = start; i < end; i++) {
            moved[i - start] = line.length();
            char c = text.charAt(i);
            boolean isBlank = Character.isWhitespace(c) || Character.isISOControl(c);
            if (!isBlank) {
                line.append(c);
            } else if (!blank) {
                line.append(' ');
            }
            blank = isBlank;
        }
        moved[end - start] = line.length();
        if (end < text.length()) {
            line.append(CUT);
        }
        return new Snippet(line.toString().stripTrailing(), marks(spans, start, end, moved));
    }

    private static List<Mark> marks(List<Span> spans, int start, int end, int[] moved) {
        List<Mark> marks = new ArrayList<>();
        int last = -1;
        for (Span span : spans) {
            if (span.from() >= start && span.to() <= end && span.from() >= last) {
                marks.add(new Mark(moved[span.from() - start], moved[span.to() - start]));
                last = span.to();
            }
        }
        return marks;
    }
}
