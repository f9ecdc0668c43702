package dev.nightshift.agentapi.remix;

import dev.nightshift.agentapi.body.OptionalBody;
import dev.nightshift.contracts.Decision;
import dev.nightshift.service.json.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What shall differ from the original. Whether it will do is checked with the rest of the new agent. */
@Decision
@Schema(name = "RemixAgent")
record Overrides(
        @Schema(maxLength = LONGEST_NAME, description = "The original's name with \"(remix)\" where absent") @Nullable String name,

        @Schema(
                enumeration = {"active", "paused"},
                defaultValue = "active")
        @Nullable String state) {
    private static final int LONGEST_NAME = 200;
    private static final String SUFFIX = " (remix)";

    static Overrides of(OptionalBody body) {
        Fields fields = body.fields().orElse(null);
        if (fields == null) {
            return new Overrides(null, null);
        }
        Overrides read = new Overrides(fields.text("name", LONGEST_NAME), fields.text("state"));
        fields.rejectOthers();
        fields.throwIfInvalid();
        return read;
    }

    /** At most as long as a name may be. */
    String name(String original) {
        if (name != null) {
            return name;
        }
        int room = LONGEST_NAME - SUFFIX.length();
        int length = original.codePointCount(0, original.length());
        String kept = length <= room ? original : original.substring(0, original.offsetByCodePoints(0, room));
        return kept + SUFFIX;
    }
}
