package dev.nightshift.search.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a source stands. */
@Schema(
        name = "SourceStatus",
        requiredProperties = {"sourceId", "state", "documents", "skipped"})
public record SourceStatus(
        UUID sourceId,
        State state,

        @Schema(description = "How many documents it has now.")
        long documents,

        @Schema(description = "Files of a known type that are too large or cannot be read, and folders likewise.")
        long skipped,

        @Schema(description = "When the source was last found to be in step.") @Nullable Instant lastSyncAt,

        @Schema(description = "Why the last sync failed; only in state `failed`.") @Nullable String error) {

    @Schema(
            name = "SourceState",
            type = SchemaType.STRING,
            enumeration = {"pending", "syncing", "ready", "failed"})
    public enum State {
        PENDING,
        SYNCING,
        READY,
        FAILED;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static State of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }
}
