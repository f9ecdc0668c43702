package dev.nightshift.runner.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DueRunFaultTest {
    private static final RunId RUN = RunId.next();
    private static final AgentId AGENT = AgentId.next();

    @Test
    void aRecordThatNamesItsRunEndsItWithTheReason() {
        DueRunFault fault = fault("{\"type\":\"run.due\",\"runId\":\"" + RUN + "\",\"agentId\":\"" + AGENT + "\"}");
        assertEquals(RUN, fault.runId());
        assertEquals(AGENT, fault.agentId());
        assertEquals(SessionId.ofRun(RUN), fault.sessionId());
        assertEquals("The due record cannot be used: it is broken", fault.sentence());
    }

    @Test
    void theSessionIsTheRecordsOwnIfItHasOne() {
        SessionId session = SessionId.next();
        assertEquals(
                session,
                fault("{\"type\":\"run.due\",\"runId\":\"" + RUN + "\",\"sessionId\":\"" + session + "\"}")
                        .sessionId());
    }

    @Test
    void theEnvelopeSaysWhatItIsIfTheValueDoesNot() {
        byte[] value = ("{\"runId\":\"" + RUN + "\"}").getBytes(StandardCharsets.UTF_8);
        assertEquals(
                RUN,
                DueRunFault.in(AGENT.toString(), "run.due", value, "x")
                        .orElseThrow()
                        .runId());
        assertEquals(Optional.empty(), DueRunFault.in(AGENT.toString(), null, value, "x"));
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
        return DueRunFault.in(AGENT.toString(), null, json.getBytes(StandardCharsets.UTF_8), "it is broken");
    }
}
