package dev.nightshift.collab.live;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.collab.CollabTest;
import dev.nightshift.collab.SampleRun;
import dev.nightshift.collab.Watcher;
import dev.nightshift.contracts.RunEvent;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CutsTest extends CollabTest {
    private static final int CUTS = 100;
    private static final int TOOL_CALLS = 260;

    /** Whoever reconnects with the last number gets exactly what was missed. */
    @Test
    void aHundredCutsLoseAndRepeatNothing() {
        SampleRun run = SampleRun.of(ADA).queued().started().tools(TOOL_CALLS).completed();
        List<RunEvent.Known> journal = run.journal();
        send(journal.subList(0, 1));
        awaitHead(run.session, 1);
        CompletableFuture<Void> flow = CompletableFuture.runAsync(() -> send(journal.subList(1, journal.size())));

        Random random = new Random(20270101);
        List<JsonNode> seen = new ArrayList<>();
        for (int cut = 0; cut < CUTS; cut++) {
            try (Watcher watcher = Watcher.open(ada, run.session, seen.size())) {
                int enough = random.nextInt(8);
                await().atMost(PATIENCE)
                        .until(() -> watcher.numbers().size() >= enough
                                || seen.size() + watcher.numbers().size() == journal.size());
                watcher.cut();
                seen.addAll(watcher.frames("event"));
            }
        }
        flow.join();
        try (Watcher watcher = Watcher.open(ada, run.session, seen.size())) {
            await().atMost(PATIENCE).until(() -> seen.size() + watcher.numbers().size() == journal.size());
            seen.addAll(watcher.frames("event"));
        }

        List<JsonNode> log = log(ada, run.session);
        assertTrue(log.size() >= 500, "a long run");
        assertEquals(
                log.stream().map(event -> event.path("seq").asLong()).toList(),
                seen.stream().map(frame -> frame.path("seq").asLong()).toList());
        assertEquals(
                log.stream().map(event -> event.path("data")).toList(),
                seen.stream().map(frame -> frame.path("event").path("data")).toList());
    }
}
