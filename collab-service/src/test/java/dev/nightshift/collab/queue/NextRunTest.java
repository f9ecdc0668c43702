package dev.nightshift.collab.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nightshift.collab.SampleRun;
import dev.nightshift.contracts.Author;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NextRunTest {
    private static final Author ADA = SampleRun.somebody("Ada");
    private static final Author BOB = SampleRun.somebody("Bob");

    @Test
    void takesTheOldestMessagesOfOnePerson() {
        List<QueuedMessage> waiting = List.of(of(ADA, "1"), of(ADA, "2"), of(BOB, "3"), of(ADA, "4"));
        assertEquals(waiting.subList(0, 2), NextRun.of(waiting).messages());
    }

    @Test
    void leavesWhatWouldMakeItsRecordTooLarge() {
        List<QueuedMessage> waiting = List.of(of(ADA, "x".repeat(40_000)), of(ADA, "x".repeat(40_000)));
        assertEquals(waiting.subList(0, 1), NextRun.of(waiting).messages());
    }

    @Test
    void takesOneMessageHoweverLargeItIs() {
        List<QueuedMessage> waiting = List.of(of(ADA, "x".repeat(65_537)));
        assertEquals(waiting, NextRun.of(waiting).messages());
    }

    private static QueuedMessage of(Author author, String text) {
        return new QueuedMessage(UUID.randomUUID(), text, author, text, SampleRun.AT, null);
    }
}
