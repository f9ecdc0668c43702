package dev.nightshift.runner.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nightshift.runner.SampleRun;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConversationTest {
    @Test
    void theTaskIsTheQuestion() {
        assertEquals(
                "count sheep",
                conversation(SampleRun.of("x").withTask("count sheep"), List.of())
                        .question());
    }

    @Test
    void messagesOfAChatAreTheQuestion() {
        assertEquals(
                "one\n\ntwo",
                conversation(SampleRun.chat("one", "two"), List.of()).question());
    }

    @Test
    void onlyTheNewestPastIsReplayed() {
        List<PastRun> past = IntStream.rangeClosed(1, 30)
                .mapToObj(i -> new PastRun("q" + i, "a" + i))
                .toList();
        assertEquals(
                past.subList(10, 30), conversation(SampleRun.chat("x"), past).history());
    }

    @Test
    void aHugePastIsLeftOut() {
        PastRun huge = new PastRun("q", "a".repeat(70_000));
        PastRun small = new PastRun("q", "a");
        assertEquals(
                List.of(small),
                conversation(SampleRun.chat("x"), List.of(huge, small)).history());
    }

    private static Conversation conversation(SampleRun run, List<PastRun> past) {
        return new Conversation(run.due(), past, List.of());
    }
}
