package dev.nightshift.runner.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import dev.nightshift.contracts.ToolCall;
import dev.nightshift.runner.journal.JournaledStep;
import dev.nightshift.runner.journal.JournaledStep.ModelStep;
import dev.nightshift.runner.journal.JournaledStep.ToolStep;
import dev.nightshift.runner.model.Conversation;
import dev.nightshift.runner.model.PastRun;
import dev.nightshift.runner.tool.ToolSpec;
import dev.nightshift.runner.tool.ToolSpec.Parameter;
import java.util.ArrayList;
import java.util.List;

/** A conversation in the words of the wire format. */
final class OpenAiMessages {
    private OpenAiMessages() {}

    static List<ChatMessage> of(Conversation conversation) {
        List<ChatMessage> messages = new ArrayList<>();
        if (!conversation.instructions().isBlank()) {
            messages.add(SystemMessage.from(conversation.instructions()));
        }
        for (PastRun past : conversation.history()) {
            messages.add(UserMessage.from(orDash(past.asked())));
            messages.add(AiMessage.from(orDash(past.answered())));
        }
        messages.add(UserMessage.from(orDash(conversation.question())));
        for (JournaledStep step : conversation.steps()) {
            messages.add(message(step));
        }
        return messages;
    }

    static List<ToolSpecification> tools(List<ToolSpec> specs) {
        return specs.stream().map(OpenAiMessages::tool).toList();
    }

    private static ChatMessage message(JournaledStep step) {
        return switch (step) {
            case ModelStep answer when answer.toolCalls().isEmpty() -> AiMessage.from(orDash(answer.text()));
            case ModelStep answer when answer.text().isBlank() -> AiMessage.from(requests(answer.toolCalls()));
            case ModelStep answer -> AiMessage.from(answer.text(), requests(answer.toolCalls()));
            case ToolStep tool -> ToolExecutionResultMessage.from(tool.callId(), tool.tool(), orDash(tool.result()));
        };
    }

    private static List<ToolExecutionRequest> requests(List<ToolCall> calls) {
        return calls.stream()
                .map(call -> ToolExecutionRequest.builder()
                        .id(call.callId())
                        .name(call.tool())
                        .arguments(arguments(call.arguments()))
                        .build())
                .toList();
    }

    /** Servers read the arguments of earlier calls as JSON, so what was none is wrapped. */
    private static String arguments(JsonNode arguments) {
        return arguments.isObject()
                ? arguments.toString()
                : JsonNodeFactory.instance
                        .objectNode()
                        .set("not_json", arguments)
                        .toString();
    }

    private static ToolSpecification tool(ToolSpec spec) {
        JsonObjectSchema.Builder parameters = JsonObjectSchema.builder().additionalProperties(false);
        for (Parameter parameter : spec.parameters()) {
            switch (parameter.type()) {
                case TEXT -> parameters.addStringProperty(parameter.name(), parameter.description());
                case INTEGER -> parameters.addIntegerProperty(parameter.name(), parameter.description());
                case TEXTS ->
                    parameters.addProperty(
                            parameter.name(),
                            JsonArraySchema.builder()
                                    .description(parameter.description())
                                    .items(new JsonStringSchema())
                                    .build());
            }
        }
        parameters.required(spec.parameters().stream()
                .filter(Parameter::required)
                .map(Parameter::name)
                .toList());
        return ToolSpecification.builder()
                .name(spec.name())
                .description(spec.description())
                .parameters(parameters.build())
                .build();
    }

    /** The format has no empty messages. */
    private static String orDash(String text) {
        return text.isBlank() ? "-" : text;
    }
}
