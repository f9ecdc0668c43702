package dev.nightshift.runner.loop;

import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.ToolCall;
import dev.nightshift.runner.journal.JournaledStep.ToolStep;

/** What a run does next. */
sealed interface Move {
    /** Ask the model; without tools it must give its last answer. */
    record AskModel(boolean withTools) implements Move {}

    /** Make a tool call that the model asked for. */
    record CallTool(ToolCall call) implements Move {}

    /** Find out what became of a call that an earlier attempt announced: ask again under the same key. */
    record ResumeTool(ToolStep announced) implements Move {}

    /** Record that a call does not happen. */
    record RefuseTool(ToolCall call, String why) implements Move {}

    /** The model has answered: the run is completed. */
    record Finish(EndReason reason, String output) implements Move {}

    /** A limit ends the run. */
    record GiveUp(EndReason reason, String error) implements Move {}
}
