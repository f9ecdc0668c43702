package dev.nightshift.search.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.service.json.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an admin sends to connect a source. */
@Schema(
        name = "NewSource",
        requiredProperties = {"name", "kind", "config", "access"})
record NewSource(
        @Schema(minLength = 1, maxLength = SourceName.MAX, examples = "Handbook")
        String name,

        @Schema(enumeration = FOLDER) String kind,
        FolderConfig config,
        Access access) {

    static final String FOLDER = "folder";

    /** Reads the body as sent, its folder looked at before; 400 with every fault. */
    static NewSource read(@Nullable JsonNode body, FolderCheck folder) {
        Fields fields = Fields.of(body);
        String name = SourceName.read(fields);
        String kind = kind(fields);
        FolderConfig config = FolderConfig.read(fields);
        if (config != null) {
            folder.faultOf(config.path()).ifPresent(fault -> fields.fail("config.path", fault));
        }
        Access access = Access.read(fields);
        fields.rejectOthers();
        fields.throwIfInvalid();
        if (name == null || kind == null || config == null || access == null) {
            throw new IllegalStateException("a faulty body was let through");
        }
        return new NewSource(name, kind, config, access);
    }

    private static @Nullable String kind(Fields fields) {
        String kind = fields.requiredText("kind", SourceName.MAX, "\"" + FOLDER + "\"");
        if (kind != null && !kind.equals(FOLDER)) {
            fields.fail("kind", "is not supported yet; supported is \"" + FOLDER + "\"");
        }
        return kind;
    }
}
