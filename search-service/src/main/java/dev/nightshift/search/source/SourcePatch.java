package dev.nightshift.search.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.service.json.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A merge patch over a source: what is absent stays. */
@Schema(name = "SourcePatch")
record SourcePatch(
        @Schema(minLength = 1, maxLength = SourceName.MAX) @Nullable String name,

        @Nullable FolderConfig config,
        @Nullable Access access) {

    /** Reads the body as sent, over the source as it is; 400 with every fault. */
    static SourcePatch read(@Nullable JsonNode body, Source source, FolderCheck folder) {
        Fields fields = Fields.of(body);
        fields.readOnly("id", "kind", "createdAt", "updatedAt");
        String name = fields.has("name") ? SourceName.read(fields) : null;
        FolderConfig config = fields.has(FolderConfig.FIELD) ? config(fields, source) : null;
        if (config != null && !config.path().equals(source.path())) {
            folder.faultOf(config.path()).ifPresent(fault -> fields.fail("config.path", fault));
        }
        Access access = fields.has("access") ? Access.readOver(fields, source.access()) : null;
        fields.rejectOthers();
        fields.throwIfInvalid();
        return new SourcePatch(name, config, access);
    }

    private static @Nullable FolderConfig config(Fields fields, Source source) {
        Fields config = fields.object(FolderConfig.FIELD);
        if (config != null && !config.has("path")) {
            config.rejectOthers();
            return new FolderConfig(source.path());
        }
        return FolderConfig.read(fields);
    }
}
