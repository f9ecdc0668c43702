package dev.nightshift.search.document;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Some lines of a document, and what is known of it. */
@Schema(
        name = "Document",
        requiredProperties = {"id", "title", "sourceId", "text", "from", "lines", "totalLines", "truncated", "metadata"
        })
record DocumentView(
        UUID id,
        String title,
        UUID sourceId,

        @Schema(description = "The lines asked for, at most 64 KiB.")
        String text,

        @Schema(description = "Number of the first line of `text`, from 1.")
        int from,

        @Schema(description = "How many lines `text` holds; the next ones start at `from` + `lines`.")
        int lines,

        int totalLines,

        @Schema(description = "Whether 64 KiB ended the text before the lines asked for did.")
        boolean truncated,

        Metadata metadata) {

    @Schema(
            name = "DocumentMetadata",
            requiredProperties = {"path", "size", "type", "updatedAt", "hash"})
    record Metadata(
            @Schema(description = "Where it lies inside its source.")
            String path,

            @Schema(description = "Bytes.") long size,

            @Schema(description = "As the search operator `type:` takes it.", examples = "md")
            String type,

            Instant updatedAt,

            @Schema(description = "SHA-256 of the file, in hexadecimal.")
            String hash) {}

    static DocumentView of(Document document, LineSlice slice) {
        return new DocumentView(
                document.id(),
                document.title(),
                document.sourceId(),
                slice.text(),
                slice.from(),
                slice.lines(),
                slice.totalLines(),
                slice.truncated(),
                new Metadata(
                        document.path(), document.size(), document.type(), document.modifiedAt(), document.hash()));
    }
}
