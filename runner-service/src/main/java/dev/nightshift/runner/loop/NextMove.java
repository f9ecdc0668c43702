package dev.nightshift.runner.loop;

import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.StepStatus;
import dev.nightshift.contracts.ToolCall;
import dev.nightshift.runner.journal.JournaledStep;
import dev.nightshift.runner.journal.JournaledStep.ModelStep;
import dev.nightshift.runner.journal.JournaledStep.ToolStep;
import dev.nightshift.runner.tool.Offer;
import java.util.List;
import java.util.Optional;

/**
 * What follows from the journal: the same for a run that goes on and for one that another worker continues. Tool calls
 * of one answer happen in order, one after the other.
 */
@Decision
final class NextMove {
    private final Limits limits;
    private final Offer offer;

    NextMove(Limits limits, Offer offer) {
        this.limits = limits;
        this.offer = offer;
    }

    Move after(List<JournaledStep> steps, LimitCheck.Usage used) {
        if (!steps.isEmpty() && steps.getLast() instanceof ToolStep last && last.isRunning()) {
            return new Move.ResumeTool(last);
        }
        int at = lastAnswer(steps);
        if (at < 0) {
            return ask(used, true);
        }
        ModelStep answer = (ModelStep) steps.get(at);
        boolean lastWord = isLimitHit(steps.subList(0, at));
        int done = steps.size() - at - 1;
        if (lastWord) {
            return new Move.Finish(EndReason.TOOL_CALL_LIMIT, answer.text());
        }
        if (answer.toolCalls().isEmpty()) {
            return new Move.Finish(EndReason.FINISHED, answer.text());
        }
        return done < answer.toolCalls().size()
                ? call(answer.toolCalls().get(done), used)
                : ask(used, !isLimitHit(steps));
    }

    private Move ask(LimitCheck.Usage used, boolean withTools) {
        return LimitCheck.beforeModelCall(limits, used)
                .<Move>map(reached -> new Move.GiveUp(reached.reason(), reached.sentence()))
                .orElseGet(() -> new Move.AskModel(withTools));
    }

    private Move call(ToolCall call, LimitCheck.Usage used) {
        Optional<LimitCheck.Reached> reached = LimitCheck.beforeToolCall(limits, used);
        if (reached.isPresent()) {
            return new Move.GiveUp(reached.get().reason(), reached.get().sentence());
        }
        if (used.totals().toolCalls() >= limits.toolCalls()) {
            return new Move.RefuseTool(
                    call,
                    "The limit of " + limits.toolCalls()
                            + " tool calls is reached. Answer now with what you have; no tool can be called any more.");
        }
        return offer.refusal(call)
                .<Move>map(why -> new Move.RefuseTool(call, why))
                .orElseGet(() -> new Move.CallTool(call));
    }

    /** Whether a call was refused although nothing but the limit spoke against it: all before it were used up. */
    private boolean isLimitHit(List<JournaledStep> steps) {
        int counted = 0;
        for (JournaledStep step : steps) {
            if (step instanceof ToolStep tool) {
                if (tool.status() == StepStatus.REFUSED && counted >= limits.toolCalls()) {
                    return true;
                }
                counted += tool.counted() ? 1 : 0;
            }
        }
        return false;
    }

    private static int lastAnswer(List<JournaledStep> steps) {
        int at = steps.size() - 1;
        while (at >= 0 && !(steps.get(at) instanceof ModelStep)) {
            at--;
        }
        return at;
    }
}
