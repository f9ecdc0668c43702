package dev.nightshift.search.document;

import dev.nightshift.contracts.Uuids;
import java.time.Instant;
import java.util.UUID;

/**
 * One item of a source.
 *
 * @param path where it lies inside its source, with {@code /} between the parts
 * @param size of the file, in bytes
 * @param hash SHA-256 of the file's bytes, in hexadecimal
 * @param modifiedAt the file's own time of change, in whole microseconds
 * @param readAt when the file was read
 */
public record Document(
        UUID id,
        UUID sourceId,
        String path,
        String title,
        String type,
        long size,
        String hash,
        Instant modifiedAt,
        Instant readAt,
        String text) {

    /** The same file of the same source has the same id for ever. */
    public static UUID idOf(UUID source, String path) {
        return Uuids.v5(source, path);
    }
}
