package dev.nightshift.agentapi.webhook;

import dev.nightshift.contracts.Decision;
import java.nio.charset.StandardCharsets;

/** What others sent, made fit for a table and a screen. */
@Decision
final class Printable {
    private static final int LONGEST_LINE = 300;
    private static final String REPLACEMENT = "\uFFFD";

    private Printable() {}

    /** Text of any bytes: what is no UTF-8, and control characters but line ends and tabs, are replaced. */
    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replaceAll("[\\p{Cc}&&[^\\r\\n\\t]]", REPLACEMENT);
    }

    /** One short line. */
    static String line(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }
}
