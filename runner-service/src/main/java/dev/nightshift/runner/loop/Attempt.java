package dev.nightshift.runner.loop;

import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.RunTotals;
import dev.nightshift.contracts.StepStatus;
import dev.nightshift.runner.journal.Ending;
import dev.nightshift.runner.journal.Ending.Completed;
import dev.nightshift.runner.journal.Ending.Failed;
import dev.nightshift.runner.journal.JournaledStep.ToolStep;
import dev.nightshift.runner.journal.LeasedRun;
import dev.nightshift.runner.journal.RunJournal;
import dev.nightshift.runner.model.ChatModels;
import dev.nightshift.runner.model.Conversation;
import dev.nightshift.runner.model.ModelReply;
import dev.nightshift.runner.model.ModelReply.Answer;
import dev.nightshift.runner.model.ModelReply.GaveUp;
import dev.nightshift.runner.model.ModelRequest;
import dev.nightshift.runner.model.PastRun;
import dev.nightshift.runner.text.BoundedText;
import dev.nightshift.runner.tool.Offer;
import dev.nightshift.runner.tool.Tool;
import dev.nightshift.runner.tool.ToolOutcome;
import dev.nightshift.runner.tool.ToolUse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tool loop of one attempt at one run: looks at the journal, makes the next move, writes it down. */
final class Attempt {
    private final LeasedRun run;
    private final RunJournal journal;
    private final ChatModels.Named model;
    private final Limits limits;
    private final Surroundings around;

    Attempt(LeasedRun run, RunJournal journal, ChatModels.Named model, Limits limits, Surroundings around) {
        this.run = run;
        this.journal = journal;
        this.model = model;
        this.limits = limits;
        this.around = around;
    }

    /** What the loop reaches outside: the tools offered, the workspace's files, the earlier runs of the session. */
    record Surroundings(Offer offer, Workspace workspace, List<PastRun> history) {}

    /** Until the end of the run, which the caller journals; a failure without an output of its own has none yet. */
    Ending go() {
        NextMove next = new NextMove(limits, around.offer);
        while (true) {
            Move move = next.after(journal.steps(), used());
            Ending ending = switch (move) {
                case Move.AskModel ask -> ask(ask.withTools());
                case Move.CallTool call -> call(begin(call));
                case Move.ResumeTool resume -> resume(resume.announced());
                case Move.RefuseTool refuse -> refuse(refuse);
                case Move.Finish finish -> finish(finish);
                case Move.GiveUp giveUp -> new Failed(giveUp.reason(), giveUp.error(), null);
            };
            if (ending != null) {
                return ending;
            }
        }
    }

    private @Nullable Ending ask(boolean withTools) {
        if (!model.model().isRepeatable()) {
            journal.commit();
            around.workspace.access().bearer();
        }
        Instant startedAt = around.workspace.deadline().clock().instant();
        ModelReply reply = model.model()
                .answer(new ModelRequest(conversation(), around.offer.specs(), withTools, around.workspace.deadline()));
        return switch (reply) {
            case Answer answer -> {
                journal.answered(
                        model.name(),
                        answer.text(),
                        withTools ? answer.toolCalls() : List.of(),
                        used(answer),
                        startedAt);
                yield null;
            }
            case GaveUp gaveUp -> new Failed(gaveUp.reason(), gaveUp.error(), bounded(gaveUp.output()));
        };
    }

    /** A call that may not be made any more is not even announced. */
    private ToolStep begin(Move.CallTool move) {
        around.workspace.access().check();
        Tool tool = around.offer.get(move.call().tool());
        ToolStep step = journal.begin(move.call(), tool.effect().isAnnounced());
        journal.commit();
        return step;
    }

    /** Under the same key: what it did before is recognised. Not without the right to, though. */
    private @Nullable Ending resume(ToolStep announced) {
        if (around.offer.has(announced.tool())) {
            return call(announced);
        }
        journal.completed(
                announced,
                StepStatus.INTERRUPTED,
                "The run was interrupted here and may not use this tool any more. What it did until then stays.",
                true);
        return null;
    }

    /** The answer that asks for the call is durable by now, and so is the announcement of a keyed one. */
    private @Nullable Ending call(ToolStep step) {
        Tool tool = around.offer.get(step.tool());
        if (tool.effect().isAnnounced()) {
            around.workspace.bring(model.model().files(conversation()));
        }
        ToolOutcome outcome =
                tool.call(new ToolUse(around.workspace.context(), step.stepId(), step.arguments(), limits.toolCall()));
        journal.completed(step, outcome.status(), outcome.text(), outcome.status() != StepStatus.REFUSED);
        return outcome.timedOut()
                ? new Failed(
                        EndReason.TIMEOUT,
                        "The tool call " + step.tool() + " timed out after " + BoundedText.seconds(limits.toolCall())
                                + ", the most it may take.",
                        null)
                : null;
    }

    private @Nullable Ending refuse(Move.RefuseTool refuse) {
        journal.refused(refuse.call(), refuse.why());
        return null;
    }

    private Ending finish(Move.Finish finish) {
        around.workspace.leave(model.model().files(conversation()));
        String output = bounded(finish.output());
        return new Completed(finish.reason(), model.model().summary(conversation(), output), output);
    }

    private Conversation conversation() {
        return new Conversation(run.due(), around.history, journal.steps());
    }

    private RunJournal.Used used(Answer answer) {
        return new RunJournal.Used(
                answer.inputTokens(),
                answer.outputTokens(),
                model.price().of(answer.inputTokens(), answer.outputTokens()).orElse(null));
    }

    private LimitCheck.Usage used() {
        RunTotals totals = journal.totals();
        Instant now = around.workspace.deadline().clock().instant();
        return new LimitCheck.Usage(totals, model.price().of(totals), Duration.between(run.startedAt(), now));
    }

    private static String bounded(String output) {
        return BoundedText.atMost(BoundedText.RESULT_BYTES, output);
    }
}
