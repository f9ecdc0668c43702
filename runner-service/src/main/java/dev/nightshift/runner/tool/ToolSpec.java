package dev.nightshift.runner.tool;

import java.util.List;

/** What a model is told of a tool. */
public record ToolSpec(String name, String description, List<Parameter> parameters) {
    public ToolSpec {
        parameters = List.copyOf(parameters);
    }

    /** The sorts of values a parameter takes. */
    public enum Type {
        TEXT("text"),
        INTEGER("a whole number"),
        TEXTS("a list of texts");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** One argument of a call. */
    public record Parameter(String name, Type type, String description, boolean required) {
        static Parameter required(String name, Type type, String description) {
            return new Parameter(name, type, description, true);
        }

        static Parameter optional(String name, Type type, String description) {
            return new Parameter(name, type, description, false);
        }
    }
}
