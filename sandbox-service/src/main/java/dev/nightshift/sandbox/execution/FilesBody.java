package dev.nightshift.sandbox.execution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.sandbox.execution.ExecutionBody.Owner;
import dev.nightshift.sandbox.isolation.Action.WriteFile;
import dev.nightshift.service.json.Fields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT …/files}: the platform's own files for a workspace. */
record FilesBody(Owner owner, List<WriteFile> files) {
    private static final int MAX_FILES = 100;

    FilesBody {
        files = List.copyOf(files);
    }

    /** Throws the 400 that names every fault. */
    static FilesBody read(@Nullable JsonNode body) {
        Fields fields = Fields.of(body);
        Owner owner = Owner.read(fields);
        fields.has("files");
        fields.rejectOthers();
        JsonNode sent = body == null ? null : body.get("files");
        List<WriteFile> files = new ArrayList<>();
        if (sent == null || !sent.isArray() || sent.isEmpty() || sent.size() > MAX_FILES) {
            fields.fail("files", "must be a list of 1 to " + MAX_FILES + " objects with path and content");
        } else {
            for (int i = 0; i < sent.size(); i++) {
                add(files, fields, "files[" + i + "]", sent.get(i));
            }
        }
        fields.throwIfInvalid();
        return new FilesBody(owner, files);
    }

    private static void add(List<WriteFile> files, Fields fields, String name, JsonNode sent) {
        if (!sent.path("path").isTextual() || !sent.path("content").isTextual() || sent.size() != 2) {
            fields.fail(name, "must have the texts path and content, and nothing else");
            return;
        }
        WriteFile file =
                new WriteFile(sent.get("path").asText(), sent.get("content").asText());
        file.refusal().ifPresentOrElse(refusal -> fields.fail(name, refusal), () -> files.add(file));
    }
}
