package dev.nightshift.contracts;

import com.fasterxml.jackson.databind.JsonNode;

/** What a model asks for. {@code callId} is the model's own name of the call. */
public record ToolCall(String callId, String tool, JsonNode arguments) {}
