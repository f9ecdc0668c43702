package dev.nightshift.search.document;

import dev.nightshift.contracts.Decision;

/**
 * Some lines of a text.
 *
 * @param text the lines, as they stand, without the end of the last one
 * @param from number of the first line, from 1
 * @param lines how many whole or begun lines {@code text} holds
 * @param totalLines of the whole text; a text that ends with a line end has no empty line after it
 * @param truncated whether fewer lines than asked for, or less than a whole line, fitted
 */
@Decision
record LineSlice(String text, int from, int lines, int totalLines, boolean truncated) {
    /** Bytes in UTF-8. */
    static final int MAX_BYTES = 64 * 1024;

    /** {@code count} lines from line {@code from} on, both at least 1; none past the end. */
    static LineSlice of(String text, int from, int count) {
        int total = countLines(text);
        int start = startOf(text, from);
        if (from > total) {
            return new LineSlice("", from, 0, total, false);
        }
        int lines = 0;
        int bytes = 0;
        int end = start;
        while (lines < count && from + lines <= total) {
            int lineEnd = endOfLine(text, lines == 0 ? start : end + 1);
            int size = utf8Length(text, end, lineEnd);
            if (bytes + size > MAX_BYTES) {
                return cut(text, start, end, lines, from, total);
            }
            bytes += size;
            end = lineEnd;
            lines++;
        }
        return new LineSlice(withoutReturn(text.substring(start, end)), from, lines, total, false);
    }

    private static LineSlice cut(String text, int start, int end, int lines, int from, int total) {
        return lines > 0
                ? new LineSlice(withoutReturn(text.substring(start, end)), from, lines, total, true)
                : new LineSlice(text.substring(start, fitting(text, start)), from, 1, total, true);
    }

    private static int fitting(String text, int start) {
        int bytes = 0;
        int at = start;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            bytes += utf8Length(codePoint);
            if (bytes > MAX_BYTES) {
                return at;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }

    private static int countLines(String text) {
        int lines = 0;
        for (int at = 0; at < text.length(); at = endOfLine(text, at) + 1) {
            lines++;
        }
        return lines;
    }

    private static int startOf(String text, int line) {
        int at = 0;
        for (int n = 1; n < line && at < text.length(); n++) {
            at = endOfLine(text, at) + 1;
        }
        return Math.min(at, text.length());
    }

    private static int endOfLine(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private static String withoutReturn(String lines) {
        return lines.endsWith("\r") ? lines.substring(0, lines.length() - 1) : lines;
    }

    private static int utf8Length(String text, int from, int to) {
        int bytes = 0;
        for (int at = from; at < to; at += Character.charCount(text.codePointAt(at))) {
            bytes += utf8Length(text.codePointAt(at));
        }
        return bytes;
    }

    private static int utf8Length(int codePoint) {
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }
}
