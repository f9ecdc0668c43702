package dev.nightshift.runner.tool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.StepStatus;
import dev.nightshift.runner.http.ServiceRefused;
import dev.nightshift.runner.text.BoundedText;
import dev.nightshift.runner.tool.ToolSpec.Parameter;
import dev.nightshift.runner.tool.ToolSpec.Type;
import dev.nightshift.runner.waiting.OutOfTime;
import java.util.List;

/** A tool whose work is done in the run's sandbox. */
final class SandboxTool implements Tool {
    private final ToolSpec spec;
    private final SandboxClient sandbox;

    private SandboxTool(SandboxClient sandbox, String name, String description, Parameter... parameters) {
        this.spec = new ToolSpec(name, description, List.of(parameters));
        this.sandbox = sandbox;
    }

    static List<SandboxTool> all(SandboxClient sandbox) {
        Parameter path = Parameter.required("path", Type.TEXT, "Path of the file, relative to the workspace.");
        return List.of(
                new SandboxTool(sandbox, "read_file", "Reads a text file of the workspace.", path),
                new SandboxTool(
                        sandbox,
                        "write_file",
                        "Writes a text file of the workspace, whole; folders are made.",
                        path,
                        Parameter.required("content", Type.TEXT, "What the file shall contain.")),
                new SandboxTool(
                        sandbox,
                        "run_bash",
                        "Runs a bash script in the workspace, without network. Answers with what it prints.",
                        Parameter.required("script", Type.TEXT, "The script.")),
                new SandboxTool(
                        sandbox,
                        "run_python",
                        "Runs Python 3 code in the workspace, without network. Answers with what it prints.",
                        Parameter.required("code", Type.TEXT, "The code.")));
    }

    @Override
    public ToolSpec spec() {
        return spec;
    }

    @Override
    public Effect effect() {
        return Effect.KEYED;
    }

    @Override
    public ToolOutcome call(ToolUse use) {
        try {
            return outcome(use, sandbox.execute(spec.name(), use));
        } catch (ServiceRefused e) {
            return ToolOutcome.refused(e.detail());
        } catch (OutOfTime e) {
            if (use.run().deadline().passed()) {
                throw e;
            }
            return ToolOutcome.interrupted(
                    "The sandbox did not answer for minutes. It is not known whether this ran, and it is not repeated.");
        }
    }

    private static ToolOutcome outcome(ToolUse use, JsonNode answer) {
        String output = answer.path("output").asText();
        if (answer.path("timedOut").asBoolean()) {
            String notice =
                    "timed out after " + BoundedText.seconds(use.timeLimit()) + ", the most a tool call may take";
            return new ToolOutcome(StepStatus.FAILED, withLine(output, notice), true);
        }
        int exitCode = answer.path("exitCode").asInt(0);
        return switch (StepStatus.of(answer.path("status").asText())) {
            case COMPLETED ->
                exitCode == 0
                        ? ToolOutcome.completed(output)
                        : ToolOutcome.failed(withLine(output, "exit code " + exitCode));
            case FAILED -> ToolOutcome.failed(exitCode == 0 ? output : withLine(output, "exit code " + exitCode));
            case REFUSED -> ToolOutcome.refused(output);
            case INTERRUPTED, RUNNING ->
                ToolOutcome.interrupted(withLine(
                        output, "The sandbox died while this ran. What it did until then stays; it is not repeated."));
        };
    }

    /** The line stays whatever the output's size. */
    private static String withLine(String output, String line) {
        String room = BoundedText.atMost(BoundedText.RESULT_BYTES - BoundedText.size(line) - 1, output);
        return room.isEmpty() ? line : room.endsWith("\n") ? room + line : room + "\n" + line;
    }
}
