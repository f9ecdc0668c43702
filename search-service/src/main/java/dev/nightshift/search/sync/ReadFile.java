package dev.nightshift.search.sync;

import dev.nightshift.contracts.Decision;
import dev.nightshift.search.document.Document;
import dev.nightshift.search.document.Titles;
import dev.nightshift.search.query.FileTypes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** Makes a document of a file's bytes. */
@Decision
final class ReadFile {
    private static final char REPLACEMENT = '\uFFFD';
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private ReadFile() {}

    /** {@code type} as {@link FileTypes} names it. */
    static Document toDocument(
            UUID source, String path, String type, byte[] bytes, Instant modifiedAt, Instant readAt) {
        String text = text(bytes);
        String fileName = path.substring(path.lastIndexOf('/') + 1);
        String title = type.equals(FileTypes.MARKDOWN) ? Titles.ofMarkdown(text, fileName) : Titles.bounded(fileName);
        return new Document(
                Document.idOf(source, path),
                source,
                path,
                title,
                type,
                bytes.length,
                hash(bytes),
                modifiedAt,
                readAt,
                text);
    }

    /** UTF-8; what is none becomes U+FFFD, and so does NUL, which PostgreSQL cannot hold. */
    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8).replace('\0', REPLACEMENT);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
