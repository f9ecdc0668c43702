package dev.nightshift.agentapi.tool;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The tools that are built, with their effect class and whom they are offered to. */
public enum Tool {
    SEARCH_DOCUMENTS("pure", "Search the documents of the allowed sources."),
    READ_DOCUMENT("pure", "Read one document of the allowed sources."),
    READ_FILE("keyed", "Read a file of the session's workspace."),
    WRITE_FILE("keyed", "Write a file in the session's workspace."),
    RUN_BASH("keyed", "Run a bash script in the sandbox."),
    RUN_PYTHON("keyed", "Run Python code in the sandbox.");

    /** Tools of the contract that later versions bring. */
    private static final List<String> LATER = List.of("search_people", "ask_person", "send_email", "fetch_url");

    private final String effect;
    private final String description;

    Tool(String effect, String description) {
        this.effect = effect;
        this.description = description;
    }

    /** The name in the API and for models. */
    public String wire() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    String effect() {
        return effect;
    }

    String description() {
        return description;
    }

    public static Optional<Tool> named(String name) {
        return Arrays.stream(values()).filter(t -> t.wire().equals(name)).findFirst();
    }

    /** Every tool's name; all of them are offered to user agents so far. */
    public static List<String> offeredToUserAgents() {
        return Arrays.stream(values()).map(Tool::wire).toList();
    }

    /** Whether the contract has a tool of this name (or of a connected server) that this version does not. */
    public static boolean isPlanned(String name) {
        return LATER.contains(name) || name.contains("__");
    }
}
