package dev.nightshift.runner.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.RunLimits;
import dev.nightshift.contracts.RunTotals;
import dev.nightshift.contracts.StepStatus;
import dev.nightshift.contracts.ToolCall;
import dev.nightshift.runner.journal.JournaledStep;
import dev.nightshift.runner.journal.JournaledStep.ModelStep;
import dev.nightshift.runner.journal.JournaledStep.ToolStep;
import dev.nightshift.runner.tool.Effect;
import dev.nightshift.runner.tool.Offer;
import dev.nightshift.runner.tool.Tool;
import dev.nightshift.runner.tool.ToolOutcome;
import dev.nightshift.runner.tool.ToolSpec;
import dev.nightshift.runner.tool.ToolUse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NextMoveTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final ToolCall LOOK = call("look");
    private static final ToolCall ROGUE = call("rogue");

    private final List<JournaledStep> steps = new ArrayList<>();
    private Limits limits = Limits.of(new RunLimits(2, null, null, null, null, null), 15);
    private Duration elapsed = Duration.ZERO;

    @Test
    void asksTheModelFirst() {
        assertEquals(new Move.AskModel(true), next());
    }

    @Test
    void makesTheCallsOfAnAnswerInOrderAndThenAsksAgain() {
        ToolCall second = new ToolCall("other", "look", JsonNodeFactory.instance.objectNode());
        answered(LOOK, second);
        assertEquals(new Move.CallTool(LOOK), next());
        done(LOOK, StepStatus.COMPLETED);
        assertEquals(new Move.CallTool(second), next());
        done(second, StepStatus.FAILED);
        assertEquals(new Move.AskModel(true), next());
    }

    @Test
    void finishesWithAnAnswerThatAsksForNothing() {
        answered();
        assertEquals(new Move.Finish(EndReason.FINISHED, "answer 1"), next());
    }

    @Test
    void resumesACallThatWasAnnouncedAndHasNoOutcome() {
        answered(LOOK);
        ToolStep announced = ToolStep.started(UUID.randomUUID(), 2, LOOK, NOW);
        steps.add(announced);
        assertEquals(new Move.ResumeTool(announced), next());
    }

    @Test
    void refusesWhatIsNotOffered() {
        answered(ROGUE);
        Move.RefuseTool refused = assertInstanceOf(Move.RefuseTool.class, next());
        assertEquals("There is no tool \"rogue\" here. Offered are look.", refused.why());
    }

    @Test
    void refusesArgumentsThatAreNotJson() {
        answered(new ToolCall("c", "look", TextNode.valueOf("{oops")));
        Move.RefuseTool refused = assertInstanceOf(Move.RefuseTool.class, next());
        assertTrue(refused.why().contains("not JSON"), refused.why());
    }

    @Test
    void aRefusedCallLetsTheModelTryAgain() {
        answered(ROGUE);
        done(ROGUE, StepStatus.REFUSED);
        assertEquals(new Move.AskModel(true), next());
    }

    @Test
    void refusesTheCallAfterTheLastOneAndAsksForTheLastAnswer() {
        answered(LOOK, LOOK, LOOK, LOOK);
        done(LOOK, StepStatus.COMPLETED);
        done(LOOK, StepStatus.COMPLETED);
        assertInstanceOf(Move.RefuseTool.class, next());
        done(LOOK, StepStatus.REFUSED);
        assertInstanceOf(Move.RefuseTool.class, next());
        done(LOOK, StepStatus.REFUSED);
        assertEquals(new Move.AskModel(false), next());
        answered();
        assertEquals(new Move.Finish(EndReason.TOOL_CALL_LIMIT, "answer 6"), next());
    }

    @Test
    void usingExactlyAllCallsIsNoLimitHit() {
        answered(LOOK, LOOK);
        done(LOOK, StepStatus.COMPLETED);
        done(LOOK, StepStatus.COMPLETED);
        assertEquals(new Move.AskModel(true), next());
        answered();
        assertEquals(new Move.Finish(EndReason.FINISHED, "answer 4"), next());
    }

    @Test
    void anEarlierRefusalForAnotherReasonIsNoLimitHit() {
        answered(ROGUE, LOOK, LOOK);
        done(ROGUE, StepStatus.REFUSED);
        done(LOOK, StepStatus.COMPLETED);
        done(LOOK, StepStatus.COMPLETED);
        assertEquals(new Move.AskModel(true), next());
    }

    @Test
    void anyLimitButToolCallsEndsTheRunBeforeTheNextCall() {
        limits = Limits.of(new RunLimits(2, 1, null, null, null, null), 15);
        answered(LOOK);
        done(LOOK, StepStatus.COMPLETED);
        assertEquals(
                EndReason.REQUEST_LIMIT,
                assertInstanceOf(Move.GiveUp.class, next()).reason());
    }

    @Test
    void timeIsCheckedBeforeAToolCallToo() {
        answered(LOOK);
        elapsed = Limits.RUN;
        assertEquals(
                EndReason.TIMEOUT, assertInstanceOf(Move.GiveUp.class, next()).reason());
    }

    private Move next() {
        int counted = (int) steps.stream()
                .filter(step -> step instanceof ToolStep tool && tool.counted())
                .count();
        int asked = (int) steps.stream().filter(ModelStep.class::isInstance).count();
        return new NextMove(limits, new Offer(List.of(new Look())))
                .after(steps, new LimitCheck.Usage(new RunTotals(counted, asked, 0, 0), 0, elapsed));
    }

    private void answered(ToolCall... calls) {
        int n = steps.size() + 1;
        steps.add(new ModelStep(UUID.randomUUID(), n, "m", "answer " + n, List.of(calls), 0, 0, NOW, 0));
    }

    private void done(ToolCall call, StepStatus status) {
        steps.add(ToolStep.started(UUID.randomUUID(), steps.size() + 1, call, NOW)
                .ended(status, "", NOW, status != StepStatus.REFUSED));
    }

    private static ToolCall call(String tool) {
        JsonNode none = JsonNodeFactory.instance.objectNode();
        return new ToolCall("call-" + tool, tool, none);
    }

    private record Look() implements Tool {
        @Override
        public ToolSpec spec() {
            return new ToolSpec("look", "Looks.", List.of());
        }

        @Override
        public Effect effect() {
            return Effect.PURE;
        }

        @Override
        public ToolOutcome call(ToolUse use) {
            throw new UnsupportedOperationException("decisions call nothing");
        }
    }
}
