package dev.nightshift.runner.queue;

import dev.nightshift.contracts.EndReason;

/** What becomes of a due run. Sentences are for people. */
sealed interface Admission {
    /** It waits for a worker. */
    record Queue() implements Admission {}

    /** Already known: nothing happens. */
    record Duplicate() implements Admission {}

    /** It does not happen, by the rules. */
    record Skip(EndReason reason, String sentence) implements Admission {}

    /** It can never happen. */
    record Fail(String sentence) implements Admission {}

    /** It was stopped before it arrived. */
    record Cancel(String sentence) implements Admission {}
}
