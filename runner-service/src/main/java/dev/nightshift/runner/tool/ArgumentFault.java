package dev.nightshift.runner.tool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.Decision;
import dev.nightshift.runner.tool.ToolSpec.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What is wrong with the arguments of a call, said so that a model can do better. */
@Decision
final class ArgumentFault {
    private ArgumentFault() {}

    static Optional<String> in(ToolSpec spec, JsonNode arguments) {
        if (!arguments.isObject()) {
            return Optional.of("The arguments of " + spec.name() + " must be one JSON object, "
                    + (arguments.isTextual() ? "but these are not JSON" : "not something else")
                    + ". Send " + example(spec) + ".");
        }
        List<String> faults = new ArrayList<>();
        for (Parameter parameter : spec.parameters()) {
            fault(parameter, arguments.path(parameter.name())).ifPresent(faults::add);
        }
        arguments.fieldNames().forEachRemaining(name -> {
            if (spec.parameters().stream().noneMatch(p -> p.name().equals(name))) {
                faults.add(name + " is not an argument of " + spec.name());
            }
        });
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join("; ", faults) + ". Send " + example(spec) + ".");
    }

    private static Optional<String> fault(Parameter parameter, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return parameter.required() ? Optional.of(parameter.name() + " is missing") : Optional.empty();
        }
        boolean fits = switch (parameter.type()) {
            case TEXT -> value.isTextual();
            case INTEGER -> value.isIntegralNumber() && value.canConvertToInt();
            case TEXTS ->
                value.isArray()
                        && StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isTextual);
        };
        if (!fits) {
            return Optional.of(parameter.name() + " must be " + parameter.type().words());
        }
        return parameter.required() && value.isTextual() && value.asText().isBlank() && !mayBeBlank(parameter)
                ? Optional.of(parameter.name() + " is empty")
                : Optional.empty();
    }

    /** An empty file is a file. */
    private static boolean mayBeBlank(Parameter parameter) {
        return parameter.name().equals("content");
    }

    private static String example(ToolSpec spec) {
        return spec.parameters().stream()
                .filter(Parameter::required)
                .map(p -> "\"" + p.name() + "\": " + (p.type() == ToolSpec.Type.INTEGER ? "1" : "\"…\""))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
