package dev.nightshift.contracts;

import java.util.List;

/** The names of the Kafka topics; who writes and reads each stands in {@code docs/ARCHITECTURE.md}. */
public final class Topics {
    public static final String AGENTS = "agents";
    public static final String DUE_RUNS = "due-runs";
    public static final String RUN_COMMANDS = "run-commands";
    public static final String RUN_EVENTS = "run-events";
    public static final String SESSION_EVENTS = "session-events";
    public static final String BACKGROUND_EVENTS = "background-events";

    public static final List<String> ALL =
            List.of(AGENTS, DUE_RUNS, RUN_COMMANDS, RUN_EVENTS, SESSION_EVENTS, BACKGROUND_EVENTS);

    /** Partitions of every topic: the bound on how many nodes of one service share the work. */
    public static final int PARTITIONS = 12;

    /** The largest value of a record, in bytes. */
    public static final int MAX_VALUE_BYTES = 512 * 1024;

    private Topics() {}

    /** Where records of a topic go that can never succeed. */
    public static String deadLetter(String topic) {
        return topic + ".dead-letter";
    }
}
