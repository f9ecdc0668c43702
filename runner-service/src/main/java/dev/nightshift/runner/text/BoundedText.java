package dev.nightshift.runner.text;

import dev.nightshift.contracts.Decision;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Text from commands, models and documents, made fit to be stored, published and shown. */
@Decision
public final class BoundedText {
    /** The most that a model is told of one tool call, in bytes of UTF-8. */
    public static final int RESULT_BYTES = 64 * 1024;

    private static final String ELLIPSIS = "…";

    private BoundedText() {}

    /**
     * Without characters that cannot be stored (NUL, lone surrogates) or would blow up in JSON (control characters
     * other than tab, line feed and carriage return): each becomes U+FFFD.
     */
    public static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(isFit(c) ? c : 0xFFFD));
        return clean.toString();
    }

    /** Clean, and at most {@code bytes} of UTF-8: what is too long is cut and says so at its end. */
    public static String atMost(int bytes, String text) {
        String clean = clean(text);
        int all = size(clean);
        if (all <= bytes) {
            return clean;
        }
        String notice = "\n[cut: " + all + " bytes, of which the first are shown]";
        return head(clean, bytes - size(notice)) + notice;
    }

    /** At most {@code chars} characters: the beginning and the end, with a mark of what is missing between them. */
    public static String shorten(int chars, String text) {
        if (text.length() <= chars) {
            return text;
        }
        String mark = "\n[… " + (text.length() - chars) + " characters …]\n";
        int kept = Math.max(0, chars - mark.length());
        int front = wholeCharacters(text, kept * 2 / 3);
        int back = wholeCharacters(text, text.length() - (kept - kept * 2 / 3));
        return text.substring(0, front) + mark + text.substring(back);
    }

    /** One line of at most {@code chars} characters, white space collapsed. */
    public static String line(int chars, String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= chars ? line : line.substring(0, wholeCharacters(line, chars - 1)) + ELLIPSIS;
    }

    /** A time as people say it: {@code 1.5 s}. */
    public static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }

    /** Bytes in UTF-8. */
    public static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String head(String text, int bytes) {
        int used = 0;
        int end = 0;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            used += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (used > bytes) {
                break;
            }
            end += Character.charCount(c);
        }
        return text.substring(0, end);
    }

    /** {@code at}, or one less where that would cut a character in two. */
    private static int wholeCharacters(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static boolean isFit(int c) {
        if (c < 0x20) {
            return c == '\t' || c == '\n' || c == '\r';
        }
        return c != 0x7F && (c < 0xD800 || c > 0xDFFF);
    }
}
