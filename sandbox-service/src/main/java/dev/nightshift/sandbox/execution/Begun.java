package dev.nightshift.sandbox.execution;

/** What the table says to a request. */
sealed interface Begun {
    /** It was not known: whoever gets this answer executes it, nobody else ever does. */
    record Started(Execution execution) implements Begun {}

    /** The same request is known already. */
    record Known(Execution execution) implements Begun {}

    /** Another request came under the same key. */
    record Different() implements Begun {}

    /** A newer runner of the run has been here. */
    record Fenced(long highest) implements Begun {}

    /** The run is over, or belongs to another session: nothing new is begun. */
    record Closed() implements Begun {}
}
