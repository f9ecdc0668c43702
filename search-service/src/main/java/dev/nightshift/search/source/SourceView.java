package dev.nightshift.search.source;

import dev.nightshift.search.access.ReadableSource;
import dev.nightshift.service.listing.PageRequest;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A source: whoever may read it sees what it is called, admins see all of it. */
@Schema(
        name = "Source",
        requiredProperties = {"id", "name", "kind"})
record SourceView(
        UUID id,
        String name,
        @Schema(enumeration = NewSource.FOLDER) String kind,
        @Schema(description = "For admins.") @Nullable FolderConfig config,
        @Schema(description = "For admins.") @Nullable Access access,
        @Schema(description = "For admins.") @Nullable Instant createdAt,
        @Schema(description = "For admins.") @Nullable Instant updatedAt) {

    static SourceView card(ReadableSource source) {
        return new SourceView(source.id(), source.name(), source.kind(), null, null, null, null);
    }

    /** Where a list goes on after this source. */
    static String cursor(ReadableSource source) {
        return new PageRequest.Position(source.createdAt(), source.id()).cursor();
    }

    static SourceView whole(Source source) {
        return new SourceView(
                source.id(),
                source.name(),
                source.kind(),
                new FolderConfig(source.path()),
                source.access(),
                source.createdAt(),
                source.updatedAt());
    }
}
