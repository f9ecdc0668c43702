package dev.nightshift.sandbox.isolation;

import dev.nightshift.contracts.Decision;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What an agent may do in its sandbox. */
@Decision
public sealed interface Action {
    /** Linux takes no single argument of a program beyond 128 KiB. */
    int MAX_CODE_BYTES = 100 * 1024;

    int MAX_CONTENT_BYTES = 1024 * 1024;

    /** The tool's name in the API. */
    String tool();

    /** Every argument, in a fixed order. */
    List<String> arguments();

    /** Why it is not even tried, as a sentence for the model; empty when it may be. */
    Optional<String> refusal();

    record RunBash(String script) implements Action {
        @Override
        public String tool() {
            return "run_bash";
        }

        @Override
        public List<String> arguments() {
            return List.of(script);
        }

        @Override
        public Optional<String> refusal() {
            return refusalOfCode("script", script);
        }
    }

    record RunPython(String code) implements Action {
        @Override
        public String tool() {
            return "run_python";
        }

        @Override
        public List<String> arguments() {
            return List.of(code);
        }

        @Override
        public Optional<String> refusal() {
            return refusalOfCode("code", code);
        }
    }

    record ReadFile(String path) implements Action {
        @Override
        public String tool() {
            return "read_file";
        }

        @Override
        public List<String> arguments() {
            return List.of(path);
        }

        @Override
        public Optional<String> refusal() {
            return WorkspacePath.refusal(path);
        }
    }

    record WriteFile(String path, String content) implements Action {
        @Override
        public String tool() {
            return "write_file";
        }

        @Override
        public List<String> arguments() {
            return List.of(path, content);
        }

        @Override
        public Optional<String> refusal() {
            return WorkspacePath.refusal(path).or(() -> refusalOfContent(content));
        }
    }

    private static Optional<String> refusalOfContent(String content) {
        if (!WorkspacePath.isUnicode(content)) {
            return Optional.of("The content is not valid Unicode text.");
        }
        return tooLarge(content, MAX_CONTENT_BYTES)
                ? Optional.of("The content is larger than 1 MiB; write it in parts with a script.")
                : Optional.empty();
    }

    private static Optional<String> refusalOfCode(String name, String code) {
        if (code.indexOf('\0') >= 0) {
            return Optional.of("The " + name + " contains the NUL character.");
        }
        if (!WorkspacePath.isUnicode(code)) {
            return Optional.of("The " + name + " is not valid Unicode text.");
        }
        return tooLarge(code, MAX_CODE_BYTES)
                ? Optional.of("The " + name + " is larger than 100 KiB; put data into files.")
                : Optional.empty();
    }

    private static boolean tooLarge(String text, int bytes) {
        return text.getBytes(StandardCharsets.UTF_8).length > bytes;
    }
}
