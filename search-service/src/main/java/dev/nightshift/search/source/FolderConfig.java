package dev.nightshift.search.source;

import dev.nightshift.contracts.Decision;
import dev.nightshift.service.json.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where the files of a folder source are. */
@Decision
@Schema(name = "FolderConfig", requiredProperties = "path")
record FolderConfig(
        @Schema(
                description = "An absolute path on the server, under one of the folders that the setting "
                        + "NIGHTSHIFT_SOURCE_ROOTS allows.",
                maxLength = MAX_PATH,
                examples = "/srv/handbook")
        String path) {

    /** Characters. */
    static final int MAX_PATH = 4096;

    static final String FIELD = "config";

    /** Reads the field {@code config}; null, with the reason noted, when it is faulty or absent. */
    static @Nullable FolderConfig read(Fields fields) {
        Fields config = fields.object(FIELD);
        if (config == null) {
            if (!fields.has(FIELD) || fields.isNull(FIELD)) {
                fields.fail(FIELD, "is required, for example {\"path\": \"/srv/handbook\"}");
            }
            return null;
        }
        String path = config.requiredText("path", MAX_PATH, "\"/srv/handbook\"");
        config.rejectOthers();
        return path == null ? null : new FolderConfig(path);
    }
}
