package dev.nightshift.agentapi.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.agentapi.body.OptionalBody;
import dev.nightshift.service.problem.Problem;
import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The body of a request that writes an agent, and an agent written as a document. */
public final class AgentDocument {
    /** RFC 9512. */
    public static final String YAML = "application/yaml";

    private static final int LARGEST = 256 * 1024;

    private AgentDocument() {}

    /** Reads a body of this content type; 400 for anything but one object, 413 for YAML of more than 256 KiB. */
    public static JsonNode read(@Nullable String contentType, byte @Nullable [] body) {
        JsonNode read = isYaml(contentType) ? yaml(body) : OptionalBody.of(body).json();
        if (read == null || !read.isObject()) {
            throw Problem.malformed("The body must be " + (isYaml(contentType) ? "a YAML mapping." : "a JSON object."));
        }
        return read;
    }

    public static boolean isYaml(@Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(YAML);
    }

    /** Whether YAML is what the caller prefers; the list is in the order of preference. */
    public static boolean isWanted(List<MediaType> acceptable) {
        MediaType yaml = MediaType.valueOf(YAML);
        return acceptable.stream()
                .filter(type -> type.isCompatible(yaml) || type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .findFirst()
                .map(type -> !type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .orElse(false);
    }

    /** The fields in their order, texts of several lines as blocks; absent fields are left out. */
    public static String write(ObjectNode fields) {
        return WriteYaml.text(fields);
    }

    private static @Nullable JsonNode yaml(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            return null;
        }
        if (body.length > LARGEST) {
            throw Problem.tooLarge("An agent written as YAML may have 256 KiB.");
        }
        try {
            return ReadYaml.tree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException e) {
            throw Problem.malformed("The body is not text in UTF-8.");
        }
    }
}
