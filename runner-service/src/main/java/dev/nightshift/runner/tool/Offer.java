package dev.nightshift.runner.tool;

import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.ToolCall;
import java.util.List;
import java.util.Optional;

/** The tools that exist for one run. What is not offered does not exist for the model. */
@Decision
public final class Offer {
    private final List<Tool> tools;

    public Offer(List<Tool> tools) {
        this.tools = List.copyOf(tools);
    }

    public List<ToolSpec> specs() {
        return tools.stream().map(Tool::spec).toList();
    }

    /** Why the call does not happen, for the model; empty if it may. */
    public Optional<String> refusal(ToolCall call) {
        Optional<Tool> tool = find(call.tool());
        return tool.isEmpty()
                ? Optional.of("There is no tool \"" + call.tool() + "\" here. " + known())
                : ArgumentFault.in(tool.get().spec(), call.arguments());
    }

    public boolean has(String name) {
        return find(name).isPresent();
    }

    /** A tool that {@link #refusal} did not refuse. */
    public Tool get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("not offered: " + name));
    }

    private Optional<Tool> find(String name) {
        return tools.stream().filter(tool -> tool.spec().name().equals(name)).findFirst();
    }

    private String known() {
        return tools.isEmpty()
                ? "No tool is offered."
                : "Offered are "
                        + String.join(", ", specs().stream().map(ToolSpec::name).toList()) + ".";
    }
}
