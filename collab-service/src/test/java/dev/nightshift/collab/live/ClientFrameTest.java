package dev.nightshift.collab.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.collab.CollabTest;
import dev.nightshift.collab.SampleRun;
import dev.nightshift.collab.Watcher;
import dev.nightshift.contracts.SessionId;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ClientFrameTest extends CollabTest {
    private SessionId session;

    @BeforeEach
    void begin() {
        SampleRun run = SampleRun.of(ADA).queued().started().tool("one");
        session = run.session;
        send(run);
        awaitHead(session, 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "{}",
                "{\"type\": \"dance\"}",
                "{\"type\": 7}",
                "{\"type\": \"ping\", \"type\": \"ping\"}",
                "{\"type\": \"ping\", \"x\": 1}",
                "{\"type\": \"stop\"}",
                "{\"type\": \"stop\", \"runId\": \"x\"}",
                "{\"type\": \"typing\", \"on\": true}",
                "{\"type\": \"keyboard\", \"action\": \"request\"}",
                "{\"type\": \"approve\", \"runId\": \"x\"}",
                "{\"type\": \"message\", \"clientId\": \"1\", \"text\": \"hi\", \"mode\": \"steer\"}",
                "{\"type\": \"message\", \"clientId\": \"1\"}"
            })
    void aFrameThatIsNotUnderstoodIsAnsweredAndTheSocketStaysOpen(String frame) {
        try (Watcher watcher = Watcher.open(ada, session, 4)) {
            watcher.say(frame);
            assertEquals(
                    400,
                    watcher.awaitFrame("problem").path("problem").path("status").asInt());
            watcher.sayBytes(new byte[] {1, 2});
            watcher.awaitFrames("problem", 2);
            watcher.say("{\"type\": \"ping\"}");
            watcher.awaitFrame("pong");
        }
    }

    @Test
    void namesEveryFaultOfAFrame() {
        try (Watcher watcher = Watcher.open(ada, session, 4)) {
            watcher.say("{\"type\": \"stop\", \"why\": 1}");
            JsonNode errors = watcher.awaitFrame("problem").path("problem").path("errors");
            assertEquals(List.of("runId", "why"), errors.findValuesAsText("field"));
        }
    }

    @Test
    void aFrameThatIsMuchTooLargeIsAnsweredAndOneBeyondMeasureEndsTheSocket() {
        try (Watcher watcher = Watcher.open(ada, session, 4)) {
            watcher.say(message(1_000_000));
            JsonNode problem = watcher.awaitFrame("problem");
            assertEquals("big", problem.path("clientId").asText());
            assertEquals(List.of("text"), problem.path("problem").path("errors").findValuesAsText("field"));
            watcher.say(message(3_000_000));
            assertEquals(CloseCodes.TOO_BIG, watcher.awaitClose());
        }
    }

    private static String message(int characters) {
        return "{\"type\": \"message\", \"clientId\": \"big\", \"text\": \"" + "x".repeat(characters) + "\"}";
    }
}
