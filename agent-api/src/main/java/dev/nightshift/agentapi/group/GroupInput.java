package dev.nightshift.agentapi.group;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.naming.VisibleText;
import dev.nightshift.contracts.Uuids;
import dev.nightshift.service.json.Fields;
import dev.nightshift.service.problem.Problem;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Reads what callers send about groups. */
final class GroupInput {
    private static final int LONGEST = 100;

    private GroupInput() {}

    @Schema(name = "GroupName")
    record Body(@Schema(required = true, maxLength = 100) String name) {}

    static String name(@Nullable JsonNode body) {
        Fields fields = Fields.of(body);
        fields.readOnly("id", "origin", "memberCount", "createdAt");
        String name = fields.requiredText("name", LONGEST, "Support");
        if (name != null) {
            VisibleText.fault(name).ifPresent(fault -> fields.fail("name", fault));
        }
        fields.rejectOthers();
        fields.throwIfInvalid();
        return Objects.requireNonNull(name).strip();
    }

    /** 404 for what is no id at all. */
    static UUID id(String text, String what) {
        try {
            return Uuids.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound(what);
        }
    }
}
