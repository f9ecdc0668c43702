package dev.nightshift.sandbox.isolation;

import dev.nightshift.contracts.Decision;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Bytes that a program printed as text that can be stored and shown: invalid UTF-8 and NUL replaced, and at most a
 * given size in UTF-8, the middle left out with a notice.
 */
@Decision
public record BoundedOutput(String text, boolean truncated) {

    /**
     * @param head the beginning
     * @param tail the end
     * @param dropped how many bytes between them are gone already
     * @param maxBytes the most that the text may take in UTF-8, at least 256
     */
    public static BoundedOutput of(byte[] head, byte[] tail, long dropped, int maxBytes) {
        if (dropped == 0) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length + tail.length);
            whole.writeBytes(head);
            whole.writeBytes(tail);
            String text = decode(whole.toByteArray());
            int size = size(text);
            return size <= maxBytes ? new BoundedOutput(text, false) : shorten(text, text, size, 0, maxBytes);
        }
        String start = decode(head);
        String end = decode(withoutSplitCharacter(tail));
        return shorten(start, end, size(start) + size(end), dropped, maxBytes);
    }

    private static BoundedOutput shorten(String start, String end, long size, long dropped, int maxBytes) {
        int notice = notice(dropped + size).length();
        String first = prefix(start, (maxBytes - notice) / 2);
        String last = suffix(end, (maxBytes - notice) / 2);
        long missing = Math.max(1, dropped + size - size(first) - size(last));
        return new BoundedOutput(first + notice(missing) + last, true);
    }

    private static String notice(long bytes) {
        return "\n[... " + bytes + " bytes left out ...]\n";
    }

    private static String decode(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }

    private static byte[] withoutSplitCharacter(byte[] bytes) {
        int from = 0;
        while (from < Math.min(3, bytes.length) && (bytes[from] & 0xC0) == 0x80) {
            from++;
        }
        return java.util.Arrays.copyOfRange(bytes, from, bytes.length);
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static int size(int codePoint) {
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }

    private static String prefix(String text, int room) {
        int end = 0;
        int left = room;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            left -= size(point);
            if (left < 0) {
                break;
            }
            end += Character.charCount(point);
        }
        return text.substring(0, end);
    }

    private static String suffix(String text, int room) {
        int start = text.length();
        int left = room;
        while (start > 0) {
            int point = text.codePointBefore(start);
            left -= size(point);
            if (left < 0) {
                break;
            }
            start -= Character.charCount(point);
        }
        return text.substring(start);
    }
}
