package dev.nightshift.runner.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.DueRunEvent;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.runner.SampleRun;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DueRunFaultTest {
    private static final RunId RUN = RunId.next();
    private static final AgentId AGENT = AgentId.next();

    @Test
    void aGoodRecordHasNone() {
        assertEquals(
                Optional.empty(),
                DueRunFault.in(null, DueRunEvent.CODEC.encode(SampleRun.of("").due())));
    }

    @Test
    void aRecordThatLacksAFieldSaysSo() {
        DueRunFault fault = fault("{\"type\":\"run.due\",\"runId\":\"" + RUN + "\",\"agentId\":\"" + AGENT
                + "\",\"trigger\":\"manual\",\"decidedAt\":\"2026-01-01T00:00:00Z\",\"messages\":[]}");
        assertEquals(RUN, fault.runId());
        assertEquals(AGENT, fault.agentId());
        assertEquals(SessionId.ofRun(RUN), fault.sessionId());
        assertEquals("The due record cannot be read: \"sessionId\" is missing", fault.sentence());
    }

    @Test
    void aFieldOfTheWrongTypeIsSaid() {
        DueRunFault fault = fault(
                "{\"type\":\"run.due\",\"runId\":\"" + RUN + "\",\"agentId\":\"" + AGENT + "\",\"trigger\":\"later\"}");
        assertTrue(fault.sentence().startsWith("The due record cannot be read: "), fault.sentence());
    }

    @Test
    void theKeyNamesTheAgentIfNothingElseDoes() {
        assertEquals(
                AGENT, fault("{\"type\":\"run.due\",\"runId\":\"" + RUN + "\"}").agentId());
    }

    @Test
    void whatNamesNoRunIsNobodys() {
        assertEquals(Optional.empty(), in("not json"));
        assertEquals(Optional.empty(), in("{\"type\":\"run.due\",\"runId\":\"17\"}"));
        assertEquals(Optional.empty(), in("{\"type\":\"run.not-due\",\"runId\":\"" + RUN + "\",\"count\":\"x\"}"));
    }

    private static DueRunFault fault(String json) {
        return in(json).orElseThrow();
    }

    private static Optional<DueRunFault> in(String json) {
        return DueRunFault.in(AGENT.toString(), json.getBytes(StandardCharsets.UTF_8));
    }
}
