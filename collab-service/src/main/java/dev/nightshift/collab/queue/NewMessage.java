package dev.nightshift.collab.queue;

import dev.nightshift.service.json.Fields;
import dev.nightshift.service.problem.Problem;
import java.util.Set;

/**
 * What a person wants to say. {@code clientId} (1–200 characters) makes a repeat recognisable; the text has at most
 * {@value #MAX_TEXT_BYTES} bytes.
 */
public record NewMessage(String clientId, String text) {
    static final int MAX_TEXT_BYTES = 64 * 1024;
    private static final int MAX_CLIENT_ID = 200;
    private static final Set<String> LATER_MODES = Set.of("steer", "interrupt");

    /** Reads {@code clientId, text, mode} of a request or a frame, whose other fields must have been asked for. */
    public static NewMessage read(Fields fields) {
        String clientId = fields.requiredText("clientId", MAX_CLIENT_ID, "\"a1\"");
        String text = fields.requiredTextOfBytes("text", MAX_TEXT_BYTES, "\"Hello\"");
        readMode(fields);
        fields.rejectOthers();
        fields.throwIfInvalid();
        if (clientId == null || text == null) {
            throw Problem.malformed("A message needs clientId and text.");
        }
        return new NewMessage(clientId, text);
    }

    private static void readMode(Fields fields) {
        String mode = fields.text("mode");
        if (mode == null || mode.equals("queue")) {
            return;
        }
        fields.fail(
                "mode",
                LATER_MODES.contains(mode)
                        ? "\"" + mode + "\" is not supported yet; send \"queue\""
                        : "must be one of queue, steer, interrupt");
    }
}
